-- Where CallsApp's own services keep their data: one schema a service. Rightsdesk changes nothing here but what a right of a person asks for, and is not asked how it should look.
CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
  account_id bigint PRIMARY KEY,
  display_name text NOT NULL,
  photo_url text,
  email text NOT NULL,
  phone text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL,
  country text NOT NULL,
  city text,
  born_on date,
  registered_at timestamptz NOT NULL,
  registered_ip inet,
  deactivated_at timestamptz,
  news_allowed boolean NOT NULL DEFAULT true,
  restricted_at timestamptz,
  own_statement text
);
CREATE UNIQUE INDEX ON accounts.account (lower(email));

CREATE TABLE accounts.address_book_permission (
  account_id bigint PRIMARY KEY REFERENCES accounts.account,
  allowed boolean NOT NULL,
  asked_at timestamptz NOT NULL,
  changed_at timestamptz
);

CREATE TABLE accounts.social_profile (
  account_id bigint NOT NULL REFERENCES accounts.account,
  network text NOT NULL,
  profile_url text NOT NULL,
  email text,
  birthday date,
  work_history jsonb,
  education_history jsonb,
  interests text[],
  current_city text,
  videos_watched jsonb,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, network)
);

CREATE TABLE accounts.social_contact (
  contact_id bigint PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts.account,
  network text NOT NULL,
  relation text NOT NULL,
  contact_name text NOT NULL,
  contact_profile_url text NOT NULL
);
CREATE INDEX ON accounts.social_contact (account_id);

CREATE TABLE accounts.device (
  device_id uuid PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts.account,
  model text NOT NULL,
  operating_system text NOT NULL,
  installed_apps text[] NOT NULL,
  first_seen_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX ON accounts.device (account_id);

CREATE TABLE accounts.location (
  location_id bigint PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts.account,
  taken_at timestamptz NOT NULL,
  method text NOT NULL,
  latitude numeric(9, 6) NOT NULL,
  longitude numeric(9, 6) NOT NULL,
  accuracy_metres int NOT NULL
);
CREATE INDEX ON accounts.location (account_id);

CREATE TABLE accounts.group_link (
  link_id bigint PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts.account,
  group_company text NOT NULL,
  group_account text NOT NULL,
  email text NOT NULL,
  ip_address inet NOT NULL,
  activity_shared jsonb NOT NULL,
  linked_at timestamptz NOT NULL,
  unlinked_at timestamptz
);
CREATE INDEX ON accounts.group_link (account_id);

CREATE TABLE accounts.abuse_block (
  block_id bigint PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES accounts.account,
  grounds text NOT NULL,
  decided_by text NOT NULL,
  reported_by text,
  blocked_at timestamptz NOT NULL,
  lifted_at timestamptz
);
CREATE INDEX ON accounts.abuse_block (account_id);

CREATE SCHEMA calls;

CREATE TABLE calls.call (
  call_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  direction text NOT NULL,
  peer_account_id bigint,
  peer_phone text NOT NULL,
  started_at timestamptz NOT NULL,
  length_seconds int NOT NULL,
  missed boolean NOT NULL,
  network text NOT NULL
);
CREATE INDEX ON calls.call (account_id);

CREATE TABLE calls.message (
  message_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  direction text NOT NULL,
  peer_account_id bigint,
  peer_phone text NOT NULL,
  sent_at timestamptz NOT NULL,
  delivered_at timestamptz
);
CREATE INDEX ON calls.message (account_id);

CREATE TABLE calls.undelivered_message (
  message_id bigint PRIMARY KEY,
  sender_account_id bigint NOT NULL,
  recipient_phone text NOT NULL,
  queued_at timestamptz NOT NULL,
  deleted_on date NOT NULL,
  sealed_bytes int NOT NULL
);
CREATE INDEX ON calls.undelivered_message (sender_account_id);

CREATE SCHEMA activity;

CREATE TABLE activity.post (
  post_id bigint PRIMARY KEY,
  account_id bigint,
  place text NOT NULL,
  place_name text NOT NULL,
  body text NOT NULL,
  posted_at timestamptz NOT NULL
);
CREATE INDEX ON activity.post (account_id);

CREATE TABLE activity.reaction (
  reaction_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  kind text NOT NULL,
  place_name text NOT NULL,
  comment text,
  link text,
  reacted_at timestamptz NOT NULL
);
CREATE INDEX ON activity.reaction (account_id);

CREATE TABLE activity.bot_message (
  message_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  bot_name text NOT NULL,
  direction text NOT NULL,
  body text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX ON activity.bot_message (account_id);

CREATE TABLE activity.search (
  search_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  extension text NOT NULL,
  query text NOT NULL,
  item text,
  shared_with_phone text,
  searched_at timestamptz NOT NULL
);
CREATE INDEX ON activity.search (account_id);

CREATE TABLE activity.content_view (
  view_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  visited_account text NOT NULL,
  content_title text,
  viewed_at timestamptz NOT NULL
);
CREATE INDEX ON activity.content_view (account_id);

CREATE TABLE activity.mini_app_use (
  account_id bigint NOT NULL,
  app_name text NOT NULL,
  kind text NOT NULL,
  online_now boolean NOT NULL,
  preferences jsonb NOT NULL,
  times_used int NOT NULL,
  seconds_used bigint NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, app_name)
);
