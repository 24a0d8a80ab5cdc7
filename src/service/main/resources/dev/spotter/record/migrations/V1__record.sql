-- One text for SQLite and PostgreSQL. What is hashed stands in columns of its own, as it is hashed.
CREATE TABLE decision (
  seq BIGINT NOT NULL PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  rule_set TEXT NOT NULL,
  program TEXT NOT NULL,
  input_digest TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  client TEXT NOT NULL,
  payload BYTEA,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX decision_client ON decision (client);
CREATE INDEX decision_hash ON decision (hash);

-- name is a keyed hash of the client's id; client is a random word that rows know the client by.
CREATE TABLE client_key (
  name TEXT NOT NULL PRIMARY KEY,
  client TEXT NOT NULL UNIQUE,
  sealed BYTEA NOT NULL
);

CREATE TABLE rule_archive (
  id TEXT NOT NULL PRIMARY KEY,
  files BYTEA NOT NULL
);

CREATE TABLE head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  mac TEXT NOT NULL
);
