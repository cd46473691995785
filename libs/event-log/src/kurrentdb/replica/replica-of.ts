import type { Identified, StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { EventCodec } from '../../event-codec.ts';
import type { LogReader } from '../../sqlite/log-reader.ts';
import { type StoredEvent, corrupt, parsed } from '../../stored-event.ts';
import type { PlaceOnServer, Replica } from '../replica.ts';
import type { Contents } from './contents.ts';
import { placeOnServer } from './place-on-server.ts';
import type { SkippedEvents } from './skipped-events.ts';

export type ReplicaOptions<A extends Identified> = Readonly<{
  /** `replica.db`; beside it SQLite keeps `-wal` and `-shm`, and the process that follows `.lock` and `.writer`. */
  file: string;
  codec: EventCodec<A>;
  /** Whose log it is a copy of. */
  tenant: string;
  /** One process at a time may `follow` the cluster into the file; any number may `read` it meanwhile. */
  mode: 'follow' | 'read';
  /** In mode `follow`: how long to wait for another following process to finish; not at all unless given. */
  patience_ms?: number;
}>;

type Parts = Readonly<{
  tenant: string;
  reader: LogReader;
  contents: Contents;
  skipped: Pick<SkippedEvents, 'all' | 'revisions'>;
  /** How many events of a stream are skipped. */
  countSkipped: (stream: StreamName) => number;
}> &
  Pick<Replica, 'checkpoint' | 'fault' | 'take' | 'heldAll_ms' | 'noteHeldAll' | 'tidy' | 'close'>;

/** The last revision of a stream on the server; -1 for no stream. */
export const lastOnServer =
  (
    lastRevision: (stream: StreamName) => number | undefined,
    countSkipped: (stream: StreamName) => number,
  ) =>
  (stream: StreamName): number =>
    (lastRevision(stream) ?? -1) + countSkipped(stream);

const idOf = ({ position, text }: StoredEvent): E.Either<StorageError, string> =>
  pipe(
    parsed(text),
    E.map((json) => (typeof json === 'object' && json !== null && 'id' in json ? json.id : json)),
    E.filterOrElse(
      (id): id is string => typeof id === 'string',
      () => 'no id',
    ),
    E.mapLeft((why) => corrupt(position, `the event at position ${position} has ${why}`)),
  );

/** A copy, of whichever process, made of its parts. */
export const replicaOf = (parts: Parts): Replica => {
  const { tenant, reader, contents, skipped, countSkipped, ...others } = parts;
  const onServer = lastOnServer(contents.lastRevision, countSkipped);

  const placed = (event: StoredEvent): E.Either<StorageError, PlaceOnServer> =>
    pipe(
      idOf(event),
      E.map((id) => ({ ...placeOnServer(tenant, skipped, event), id })),
    );

  return {
    ...others,
    reader,
    head: contents.head,
    last: () =>
      pipe(
        reader.after(Math.max(0, contents.head() - 1), 1),
        E.flatMap(([event]) => (event === undefined ? E.right(undefined) : placed(event))),
      ),
    placeOf: contents.placeOf,
    lastRevision: contents.lastRevision,
    lastOnServer: (stream) => {
      const last = onServer(stream);
      return last < 0 ? undefined : BigInt(last);
    },
    skipped: skipped.all,
  };
};
