/** A stream's registers are numbered from its own id times this, so that one plan's rows lie together. */
export const registersAStream = 2 ** 24;

/** For questions about one of a stream's many subjects; whoever writes knows all its registers. */
export const subjectIndex =
  'CREATE INDEX IF NOT EXISTS main.register_by_subject ON register (subject, id)';

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
    recorded_at TEXT NOT NULL,
    -- Up to here what was taken in is where questions find it: nothing up to here is in \`taken\`.
    settled INTEGER NOT NULL
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
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    -- How an answer in JSON begins: ["action:27","rating",
    opening TEXT NOT NULL AS ('[' || json_quote(subject) || ',' || json_quote(field) || ',') STORED
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
  -- Rows on their way to \`assertion\`, as they came: brought in many at once, in its order.
  CREATE TABLE taken (
    register INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    place INTEGER NOT NULL,
    value TEXT NOT NULL,
    document INTEGER,
    first_said_by TEXT
  ) STRICT;
  -- Which events of a stream were taken back, by their ordinals, and by which event first.
  CREATE TABLE retraction (
    stream INTEGER NOT NULL,
    event INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (stream, event)
  ) STRICT, WITHOUT ROWID;
  -- A retraction of what the stream does not hold; it counts where that is recorded later after all.
  CREATE TABLE retraction_ahead (
    stream INTEGER NOT NULL,
    event TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (stream, event)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE naming (
    party TEXT NOT NULL,
    stream INTEGER NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (party, stream, subject)
  ) STRICT, WITHOUT ROWID;
`;
