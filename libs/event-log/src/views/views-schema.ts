/**
 * The views' definition. Raise it with every change of what the views hold: views of another definition are
 * dropped and built anew when they are opened. `views-definition.spec.ts` fails when the sources change
 * without it.
 */
export const viewsDefinition = 1;

/**
 * `assertion` is the heart: one row a value of a register, clustered by register and by both clocks, so that
 * a cut is one short descent a register, however long its history. Rows are written once; only the ordinal
 * of a retraction is ever filled in.
 */
export const viewsSchema = `
  CREATE TABLE checkpoint (
    definition INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    position TEXT,
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
    effective_on TEXT NOT NULL,
    -- The running maximum along the order, so that the clock and the order never disagree.
    recorded_at TEXT NOT NULL,
    provenance TEXT NOT NULL
  ) STRICT;
  CREATE TABLE register (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    subject TEXT NOT NULL,
    field TEXT NOT NULL,
    UNIQUE (stream, subject, field)
  ) STRICT;
  CREATE TABLE assertion (
    register INTEGER NOT NULL,
    effective_on TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    value TEXT NOT NULL,
    first_said_at INTEGER NOT NULL,
    document INTEGER,
    retracted_at INTEGER,
    PRIMARY KEY (register, effective_on, ordinal)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE naming (
    party TEXT NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (party, stream)
  ) STRICT, WITHOUT ROWID;
`;

/** Found by id when a document confirms or a correction retracts; made after a rebuild, which is quicker. */
export const eventIndex = 'CREATE UNIQUE INDEX IF NOT EXISTS event_by_id ON event (id)';
