/** ASCII `TrkL`, in the header of every log file (bytes 68 to 71): what `file` and `sqlite3` can tell it by. */
export const applicationId = 0x54726b4c;

/** The format this version writes, in `user_version`. docs/log-format.md describes it and how it is to change. */
export const formatVersion = 1;

/**
 * - `events`: one row an event; `position` counts from 1 without gaps. `event` is the canonical JSON as it was
 *   encoded; `checksum` is over everything in the row (event-checksum.ts). An append writes here and nowhere else.
 * - `event_ids` and `stream_events`: where an id, and a stream's revision, stand. They hold the events up to
 *   `indexed.position`; those after it (the tail) are brought in now and then, many at once, in the order of the
 *   index. Ids are spread at random, so bringing in each by itself would write a page of the index for every event.
 */
export const schema = `
  CREATE TABLE streams (
    stream INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    event TEXT NOT NULL
  ) STRICT;
  CREATE TABLE stream_events (
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event_ids (
    id BLOB PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE indexed (
    position INTEGER NOT NULL
  ) STRICT;
  INSERT INTO indexed VALUES (0);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${formatVersion};
`;
