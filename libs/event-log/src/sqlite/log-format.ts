/** ASCII `TrkL`, in the header of every log file (bytes 68 to 71): what `file` and `sqlite3` can tell it by. */
export const applicationId = 0x54726b4c;

/** The format this version writes, in `user_version`. docs/log-format.md describes it and how it is to change. */
export const formatVersion = 1;

/**
 * - `events`: one row an event; `position` counts from 1 without gaps. `event` is the canonical JSON as it was
 *   encoded; `checksum` is over everything in the row (event-checksum.ts).
 * - `event_ids`: the idempotence key. Beside the events, not in them: the id is in the JSON already.
 */
export const schema = `
  CREATE TABLE streams (
    stream INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams,
    revision INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    event TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  CREATE TABLE event_ids (
    id BLOB PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`;
