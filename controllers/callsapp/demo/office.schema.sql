-- Where CallsApp's offices keep theirs: billing, support, partners, advertising.
CREATE SCHEMA billing;

CREATE TABLE billing.billing_profile (
  account_id bigint PRIMARY KEY,
  name_on_bill text NOT NULL,
  street text NOT NULL,
  city text NOT NULL,
  country text NOT NULL,
  card_brand text,
  card_last_digits text,
  refund_account text,
  changed_at timestamptz NOT NULL
);

CREATE TABLE billing.payment (
  payment_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  product text NOT NULL,
  amount numeric(10, 2) NOT NULL,
  currency text NOT NULL,
  provider_reference text NOT NULL,
  paid_at timestamptz NOT NULL
);
CREATE INDEX ON billing.payment (account_id);

CREATE TABLE billing.paid_call (
  record_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  called_number text NOT NULL,
  called_country text NOT NULL,
  phone_operator text NOT NULL,
  started_at timestamptz NOT NULL,
  length_seconds int NOT NULL,
  price_per_minute numeric(8, 4) NOT NULL,
  charged numeric(10, 4) NOT NULL,
  currency text NOT NULL
);
CREATE INDEX ON billing.paid_call (account_id);

CREATE SCHEMA support;

CREATE TABLE support.ticket (
  ticket_id bigint PRIMARY KEY,
  account_id bigint,
  email text NOT NULL,
  subject text NOT NULL,
  state text NOT NULL,
  agent_name text,
  opened_at timestamptz NOT NULL
);
CREATE INDEX ON support.ticket (account_id);
CREATE INDEX ON support.ticket (lower(email));

CREATE TABLE support.ticket_message (
  message_id bigint PRIMARY KEY,
  ticket_id bigint NOT NULL REFERENCES support.ticket,
  written_by text NOT NULL,
  agent_name text,
  body text NOT NULL,
  written_at timestamptz NOT NULL
);
CREATE INDEX ON support.ticket_message (ticket_id);

CREATE SCHEMA partners;

CREATE TABLE partners.partner (
  partner_id bigint PRIMARY KEY,
  company text NOT NULL,
  contact_name text NOT NULL,
  email text NOT NULL,
  phone text NOT NULL,
  address text NOT NULL,
  marketing_letters boolean NOT NULL,
  partner_since date NOT NULL
);
CREATE UNIQUE INDEX ON partners.partner (lower(email));

CREATE TABLE partners.letter (
  letter_id bigint PRIMARY KEY,
  partner_id bigint NOT NULL REFERENCES partners.partner,
  direction text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  colleague_name text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX ON partners.letter (partner_id);

CREATE SCHEMA advertising;

CREATE TABLE advertising.ad_profile (
  advertising_id uuid PRIMARY KEY,
  account_id bigint NOT NULL,
  language text NOT NULL,
  country text NOT NULL,
  city text,
  device_model text NOT NULL,
  segments text[] NOT NULL,
  given_to text[] NOT NULL,
  objected_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE INDEX ON advertising.ad_profile (account_id);

CREATE TABLE advertising.outside_record (
  record_id bigint PRIMARY KEY,
  account_id bigint NOT NULL,
  provider text NOT NULL,
  age_range text,
  household_size int,
  other_phone text,
  other_email text,
  received_at timestamptz NOT NULL
);
CREATE INDEX ON advertising.outside_record (account_id);
