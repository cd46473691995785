/** ASCII `TrkS`, in the header of the file: what `file` and `sqlite3` can tell it by. */
export const applicationId = 0x54726b53;

/**
 * Times are instants in UTC, which sort as text. Accounts and tokens are ids of the log; the names of people, and what
 * they may do, are in the log alone.
 */
const theFirst = `
  CREATE TABLE secret (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    value TEXT NOT NULL
  ) STRICT;
  CREATE TABLE passwords (
    account TEXT PRIMARY KEY,
    hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE sessions (
    digest TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    ends_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sessions_of_account ON sessions (account);
  CREATE INDEX sessions_by_end ON sessions (ends_at);
  CREATE TABLE drafts (
    account TEXT NOT NULL,
    place TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (account, place)
  ) STRICT;
  CREATE TABLE uploads (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    plan TEXT NOT NULL,
    name TEXT NOT NULL,
    uploaded_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
  CREATE INDEX uploads_of_account ON uploads (account);
  CREATE INDEX uploads_of_plan ON uploads (plan);
  CREATE TABLE token_uses (
    token TEXT PRIMARY KEY,
    used_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE keys (
    key TEXT PRIMARY KEY,
    digest TEXT NOT NULL,
    claimed_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX keys_by_age ON keys (claimed_at);
`;

/** Addresses of calendars by a digest of what is secret in them; one of an account's own work has no plan. */
const calendars = `
  CREATE TABLE calendars (
    digest TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    plan TEXT NOT NULL,
    made_at TEXT NOT NULL,
    used_at TEXT,
    UNIQUE (account, plan)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * Of a webhook its secret and how far it has followed the log; every delivery, and each try of it, begun before
 * anything leaves.
 */
const webhooks = `
  CREATE TABLE webhooks (
    webhook TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    mark TEXT NOT NULL,
    former TEXT,
    former_until TEXT,
    position TEXT,
    ordinal INTEGER NOT NULL,
    gone_at TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook TEXT NOT NULL,
    news TEXT NOT NULL,
    type TEXT NOT NULL,
    about TEXT NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'given up', 'stopped')),
    tries INTEGER NOT NULL,
    next_at TEXT,
    ended_at TEXT,
    UNIQUE (webhook, news)
  ) STRICT;
  CREATE INDEX deliveries_of_webhook ON deliveries (webhook, number);
  CREATE INDEX deliveries_waiting ON deliveries (webhook, next_at) WHERE state = 'waiting';
  CREATE INDEX deliveries_by_end ON deliveries (ended_at);
  CREATE TABLE attempts (
    delivery INTEGER NOT NULL,
    place INTEGER NOT NULL,
    at TEXT NOT NULL,
    result TEXT CHECK (result IN ('taken', 'failed', 'cut')),
    took_ms INTEGER,
    status INTEGER,
    error TEXT,
    answer TEXT,
    PRIMARY KEY (delivery, place)
  ) STRICT, WITHOUT ROWID;
`;

/** The one Word file in whose look papers are written. */
const paperTemplate = `
  CREATE TABLE paper_template (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    name TEXT NOT NULL,
    account TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    not_taken TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
`;

/** What brings a file to each format from the one before it, format 1 first. Steps are added, and never changed. */
export const formatSteps: ReadonlyArray<string> = [theFirst, calendars, webhooks, paperTemplate];

/** The format that this version writes, in `user_version`. */
export const formatVersion = formatSteps.length;
