import type { StorageError } from '@trackrecord/application/ports';
import type { StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { AppendOutcome, AppendRequest } from '../append-request.ts';
import { parsed } from '../stored-event.ts';
import type { StreamEnd } from './acknowledged.ts';
import type { ClusterConnection, ProposedEvent } from './connection.ts';
import { endOf, isAhead, judgeAppend, type Known } from './judge-append.ts';
import { nameOnServer, typeOnServer } from './server-names.ts';
import { positionAt } from './stream-position.ts';

type Parts = Readonly<{
  tenant: string;
  connection: ClusterConnection;
  known: Known;
  /** Told of each append that the cluster holds: its stream, and where that ends on the server. */
  onAcknowledged: (stream: StreamName, onServer: bigint) => void;
  /** Waits until the copy holds a stream up to a revision on the server; whether it does. */
  untilHeld: (stream: StreamName, onServer: bigint) => Promise<boolean>;
}>;

/** How often an append is sent again when what it met were events that do not count. */
const tries = 5;

const proposed = ({ ids, texts }: AppendRequest): ReadonlyArray<ProposedEvent> =>
  ids.map((id, index) => {
    const text = texts[index] ?? '';
    const json = parsed(text);
    return { id, text, type: typeOnServer(E.isRight(json) ? json.right : undefined) };
  });

/** Why an append cannot be judged, or its conflict be told. */
export const isBehind =
  'the cluster holds more of it than this node’s own copy of the log does yet: try again in a moment, or see “trackrecord log status”';

export const notStored = (stream: StreamName, why: string): StorageError => ({
  _tag: 'Unavailable',
  message: `cannot append to ${stream}: ${why}; nothing was stored`,
});

/** The end of a stream once so many events are appended to it. */
const longerBy = (end: StreamEnd | undefined, count: number): StreamEnd => ({
  revision: (end?.revision ?? -1) + count,
  onServer: (end?.onServer ?? -1n) + BigInt(count),
});

/** Sends an append with the revision that the server has; remembers what was acknowledged. */
const send = async (
  { tenant, connection, known, onAcknowledged }: Parts,
  request: AppendRequest,
): Promise<E.Either<Readonly<{ _tag: 'WrongRevision' }> | StorageError, StreamEnd>> => {
  const { stream, ids } = request;
  const end = endOf(known, stream);
  const stored = await connection.append({
    stream: nameOnServer(tenant, stream),
    expected: end?.onServer,
    events: proposed(request),
  })();
  if (E.isLeft(stored)) return stored;
  const after = longerBy(end, ids.length);
  known.acknowledged.add(stream, ids, after);
  onAcknowledged(stream, after.onServer);
  return E.right(after);
};

/**
 * Appends that are judged by what this node knows, sent with the revision that the server has, and judged again with
 * what the copy has learnt where the stream turns out to be elsewhere. To be called for one append of a stream at a
 * time.
 */
export const appendToCluster = (
  parts: Parts,
): ((request: AppendRequest) => Promise<AppendOutcome>) => {
  const { tenant, connection, known, untilHeld } = parts;

  /** Waits until the copy holds all that the leader has of a stream now. */
  const catchUp = async (stream: StreamName): Promise<E.Either<StorageError, void>> => {
    const last = await connection.lastRevision(nameOnServer(tenant, stream))();
    if (E.isLeft(last)) {
      return last.left._tag === 'Unavailable' ? E.left(notStored(stream, last.left.message)) : last;
    }
    if (last.right === undefined || (await untilHeld(stream, last.right)))
      return E.right(undefined);
    return E.left(notStored(stream, isBehind));
  };

  const attempt = async (request: AppendRequest, left: number): Promise<AppendOutcome> => {
    const said = judgeAppend(known, request);
    if (said !== undefined) return said;
    const { stream } = request;
    if (left === 0) {
      return E.left(
        notStored(
          stream,
          'something that is not Trackrecord keeps writing to it, see “trackrecord log status”',
        ),
      );
    }
    const sent = await send(parts, request);
    if (E.isRight(sent)) {
      const { revision } = sent.right;
      const position = positionAt({ stream, revision });
      return E.right({ lastRevision: revision, position, duplicate: false });
    }
    if (sent.left._tag !== 'WrongRevision') return E.left(sent.left);
    const caughtUp = await catchUp(stream);
    return E.isLeft(caughtUp) ? caughtUp : attempt(request, left - 1);
  };

  return async (request) => {
    const caughtUp = isAhead(known, request) ? await catchUp(request.stream) : E.right(undefined);
    return E.isLeft(caughtUp) ? caughtUp : attempt(request, tries);
  };
};
