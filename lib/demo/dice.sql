-- A die that always falls the same way: from 0 to sides - 1, by a number and a salt.
CREATE FUNCTION pg_temp.dice(seed bigint, salt int, sides int) RETURNS int IMMUTABLE LANGUAGE sql
  RETURN abs(hashint8extended(seed, salt) % sides)::int;

CREATE FUNCTION pg_temp.pick(seed bigint, salt int, options text[]) RETURNS text IMMUTABLE LANGUAGE sql
  RETURN options[1 + pg_temp.dice(seed, salt, cardinality(options))];

-- A moment in the two years before November 2026.
CREATE FUNCTION pg_temp.moment(seed bigint, salt int) RETURNS timestamptz IMMUTABLE LANGUAGE sql
  RETURN timestamptz '2024-11-01 00:00:00Z' + make_interval(secs => pg_temp.dice(seed, salt, 63072000)) + make_interval(secs => pg_temp.dice(seed, salt + 1, 1000) / 1000.0);

CREATE FUNCTION pg_temp.uuid_of(seed bigint, salt int) RETURNS uuid IMMUTABLE LANGUAGE sql
  RETURN md5(seed || '/' || salt)::uuid;
