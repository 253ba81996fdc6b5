-- Where Sessia's marketplace and offices keep theirs.
CREATE SCHEMA shop;

CREATE TABLE shop.payment_method (
  method_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  name_on_card text NOT NULL,
  card_brand text NOT NULL,
  card_last_digits text NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX ON shop.payment_method (member_id);

CREATE TABLE shop.purchase (
  order_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  seller text NOT NULL,
  delivery_address text NOT NULL,
  state text NOT NULL,
  paid boolean NOT NULL,
  total numeric(12, 2) NOT NULL,
  currency text NOT NULL,
  shown_to_others boolean NOT NULL,
  ordered_at timestamptz NOT NULL
);
CREATE INDEX ON shop.purchase (member_id);

CREATE TABLE shop.purchase_item (
  order_id bigint NOT NULL REFERENCES shop.purchase,
  line_no int NOT NULL,
  product text NOT NULL,
  quantity int NOT NULL,
  price numeric(12, 2) NOT NULL,
  PRIMARY KEY (order_id, line_no)
);

CREATE SCHEMA support;

CREATE TABLE support.enquiry (
  enquiry_id bigint PRIMARY KEY,
  email text NOT NULL,
  member_id bigint,
  question text NOT NULL,
  answer text,
  agent_name text,
  calls_looked_at boolean NOT NULL,
  asked_at timestamptz NOT NULL
);
CREATE INDEX ON support.enquiry (member_id);
CREATE INDEX ON support.enquiry (lower(email));

CREATE SCHEMA advertising;

CREATE TABLE advertising.ad_contact (
  contact_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  advertising_id uuid NOT NULL,
  advertiser text NOT NULL,
  topic text NOT NULL,
  shown_at timestamptz NOT NULL
);
CREATE INDEX ON advertising.ad_contact (member_id);

CREATE TABLE advertising.outside_record (
  record_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  provider text NOT NULL,
  age_range text,
  interests text[],
  other_email text,
  received_at timestamptz NOT NULL
);
CREATE INDEX ON advertising.outside_record (member_id);

CREATE TABLE advertising.disclosure (
  disclosure_id bigint PRIMARY KEY,
  member_id bigint NOT NULL,
  third_party text NOT NULL,
  third_party_address text NOT NULL,
  categories text[] NOT NULL,
  with_consent_at timestamptz NOT NULL,
  disclosed_on date NOT NULL
);
CREATE INDEX ON advertising.disclosure (member_id);
