CREATE TABLE IF NOT EXISTS app.migrations_revision (
  revision pg_catalog.text PRIMARY KEY
);
CREATE TABLE IF NOT EXISTS app.migrations_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event pg_catalog.text NOT NULL,
  revision pg_catalog.text NOT NULL,
  message pg_catalog.text NOT NULL,
  rows_before pg_catalog.text[] NOT NULL,
  rows_after pg_catalog.text[] NOT NULL,
  started_at timestamp with time zone NOT NULL,
  duration_ms bigint NOT NULL,
  database_user pg_catalog.text NOT NULL DEFAULT session_user,
  host pg_catalog.text,
  application pg_catalog.text,
  application_version pg_catalog.text,
  checksum pg_catalog.text NOT NULL,
  fingerprint bigint,
  inventory bigint,
  outcome pg_catalog.text NOT NULL,
  error pg_catalog.text
);
CREATE INDEX IF NOT EXISTS migrations_history_revision_id ON app.migrations_history (revision, id);
CREATE TABLE IF NOT EXISTS app.migrations_journal (
  revision pg_catalog.text NOT NULL,
  direction pg_catalog.text NOT NULL,
  unit integer NOT NULL,
  checksum pg_catalog.text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  duration_ms bigint,
  index_name pg_catalog.text,
  position pg_catalog.jsonb,
  rows_done bigint,
  undo pg_catalog.text,
  PRIMARY KEY (revision, direction, unit)
);
