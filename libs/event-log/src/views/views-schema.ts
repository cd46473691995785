/**
 * The views' definition. Raise it with every change of what the views hold: views of another definition are
 * dropped and built anew when they are opened. `views-definition.spec.ts` fails when the sources change
 * without it.
 */
export const viewsDefinition = 2;

/** A stream's registers are numbered from its own id times this, so that one plan's rows lie together. */
export const registersAStream = 2 ** 24;

/**
 * `assertion` is the heart: one row a value of a register, clustered by register and by both clocks, so that
 * a cut is one short descent a register, however long its history. Rows are written once and never touched
 * again; what was taken back stands in `retraction`.
 */
export const viewsSchema = `
  CREATE TABLE checkpoint (
    definition INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    -- The last event taken in, its position and the position before it: whether this is still that log.
    event TEXT,
    position TEXT,
    before TEXT,
    recorded_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE stream (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL
  ) STRICT;
  CREATE INDEX stream_by_category ON stream (category);
  CREATE TABLE document (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE event (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    -- The running maximum along the order, so that the clock and the order never disagree.
    recorded_at TEXT NOT NULL,
    provenance TEXT NOT NULL
  ) STRICT;
  CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    -- How an answer in JSON begins: ["action:27","rating",
    opening TEXT NOT NULL AS ('[' || json_quote(subject) || ',' || json_quote(field) || ',') STORED,
    UNIQUE (stream, subject, field)
  ) STRICT;
  CREATE TABLE assertion (
    register INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    -- Its place among the assertions of its event.
    place INTEGER NOT NULL,
    value TEXT NOT NULL,
    document INTEGER,
    -- The event that said the value first, where this one confirms it.
    first_said_by TEXT,
    PRIMARY KEY (register, effective_on, ordinal, place)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE retraction (
    stream INTEGER NOT NULL,
    event TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (stream, event)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE naming (
    party TEXT NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (party, stream)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * By its id an event is found where something took it back. Made when the log's end is first reached, which is
 * quicker than keeping it up while a long log is taken in; until then such a look goes through all events.
 */
export const eventIndex = 'CREATE INDEX IF NOT EXISTS event_by_id ON event (id)';
