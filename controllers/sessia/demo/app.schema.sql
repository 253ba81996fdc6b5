-- Where Sessia's messenger keeps its data. Rightsdesk changes nothing here but what a right of a person asks for, and is not asked how it should look.
CREATE SCHEMA profiles;

CREATE TABLE profiles.member (
  member_id bigint PRIMARY KEY,
  full_name text NOT NULL,
  photo_url text,
  email text NOT NULL,
  phone text NOT NULL,
  born_on date,
  password_hash text NOT NULL,
  language text NOT NULL,
  country text NOT NULL,
  informational_messages_consent_at timestamptz,
  video_tracking_consent_at timestamptz,
  registered_at timestamptz NOT NULL,
  deactivated_at timestamptz,
  advertising_objected_at timestamptz,
  restricted_at timestamptz,
  own_statement text
);
CREATE UNIQUE INDEX ON profiles.member (lower(email));

CREATE TABLE profiles.address_book_entry (
  entry_id bigint PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES profiles.member,
  contact_name text NOT NULL,
  contact_phone text NOT NULL,
  uses_sessia boolean NOT NULL,
  uploaded_at timestamptz NOT NULL
);
CREATE INDEX ON profiles.address_book_entry (member_id);

CREATE TABLE profiles.rank (
  rank_id bigint PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES profiles.member,
  rank text NOT NULL,
  points bigint NOT NULL,
  reached_on date NOT NULL
);
CREATE INDEX ON profiles.rank (member_id);

CREATE TABLE profiles.public_post (
  post_id bigint PRIMARY KEY,
  member_id bigint REFERENCES profiles.member,
  body text NOT NULL,
  posted_at timestamptz NOT NULL
);
CREATE INDEX ON profiles.public_post (member_id);

CREATE TABLE profiles.device (
  device_id uuid PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES profiles.member,
  operating_system text NOT NULL,
  browser text,
  language text NOT NULL,
  wireless_network text,
  mobile_operator text,
  last_seen_at timestamptz NOT NULL
);
CREATE INDEX ON profiles.device (member_id);

CREATE TABLE profiles.app_use (
  member_id bigint NOT NULL REFERENCES profiles.member,
  app_name text NOT NULL,
  installed_through_sessia boolean NOT NULL,
  online_now boolean NOT NULL,
  preferences jsonb NOT NULL,
  times_used int NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (member_id, app_name)
);

CREATE TABLE profiles.abuse_block (
  block_id bigint PRIMARY KEY,
  member_id bigint NOT NULL REFERENCES profiles.member,
  grounds text NOT NULL,
  reported_by text,
  blocked_at timestamptz NOT NULL
);
CREATE INDEX ON profiles.abuse_block (member_id);

CREATE SCHEMA messenger;

CREATE TABLE messenger.call (
  call_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  direction text NOT NULL,
  peer_member_id bigint,
  peer_phone text NOT NULL,
  started_at timestamptz NOT NULL,
  length_seconds int NOT NULL
);
CREATE INDEX ON messenger.call (member_id);

CREATE TABLE messenger.message (
  message_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  direction text NOT NULL,
  peer_phone text NOT NULL,
  sent_at timestamptz NOT NULL,
  delivered_at timestamptz,
  read_at timestamptz
);
CREATE INDEX ON messenger.message (member_id);

CREATE TABLE messenger.content_view (
  view_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  content_title text NOT NULL,
  viewed_at timestamptz NOT NULL
);
CREATE INDEX ON messenger.content_view (member_id);

CREATE TABLE messenger.video_view (
  view_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  video_title text NOT NULL,
  seconds_watched int NOT NULL,
  viewed_at timestamptz NOT NULL
);
CREATE INDEX ON messenger.video_view (member_id);
