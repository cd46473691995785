import type { Identified } from '@trackrecord/application/ports';
import { EventId, type StreamName } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { FollowFault, PlaceOnServer, Skipped } from '../replica.ts';
import { ourMark } from '../server-names.ts';
import { storedText } from '../../stored-text.ts';
import { faultAt, isAfter } from './follow-faults.ts';

/** What a copy holds, as far as judging the next event goes. */
export type Held<A extends Identified> = Readonly<{
  /** How far the cluster was followed. */
  position: () => ClusterPosition | undefined;
  /** The stream that a whole name stands for; `undefined` where it is none of ours. */
  streamNamed: (name: string) => StreamName | undefined;
  /** The last revision of a stream on the server; -1 for no stream. */
  lastOnServer: (stream: StreamName) => number;
  /** Whether the log ends with an event of this stream, or is empty: none was numbered without what is missing. */
  isLatest: (stream: StreamName) => boolean;
  /** Whether an event of the log has this id, in whichever stream. */
  isKnown: (id: EventId) => boolean;
  /** Where an event of the log stands on the server, if it has such an event. */
  placeOf: (id: EventId) => PlaceOnServer | undefined;
  /** The id of the event that was skipped at a revision on the server, if one was. */
  skippedAt: (name: string, revision: bigint) => string | undefined;
  decode: (json: unknown) => E.Either<string, A>;
  encode: (event: A) => string;
}>;

export type Judgement =
  | Readonly<{ _tag: 'Add'; stream: StreamName; id: EventId; text: string }>
  | Readonly<{ _tag: 'Skip'; stream: StreamName | undefined; why: Skipped['why'] }>
  /** It was taken before: nothing changes. */
  | Readonly<{ _tag: 'Redelivered' }>
  | FollowFault;

const redelivered: Judgement = { _tag: 'Redelivered' };
const foreign = (stream: StreamName | undefined): Judgement => ({
  _tag: 'Skip',
  stream,
  why: 'foreign',
});
const repeated = (stream: StreamName): Judgement => ({ _tag: 'Skip', stream, why: 'repeated' });

/**
 * What the server puts at the end of a stream that was deleted for good (its `SystemEventTypes`), at the last revision
 * that there can be: 2^63 - 1, or 2^31 - 1 in logs of old. Anywhere else the type is a stranger's.
 */
const isTombstone = ({ type, revision }: ClusterEvent): boolean =>
  type === '$streamDeleted' && revision >= 2n ** 31n - 1n;

/** The version that our mark states; `undefined` where there is no mark. */
const markOf = (metadata: unknown): number | undefined => {
  if (typeof metadata !== 'object' || metadata === null || !('trackrecord' in metadata)) {
    return undefined;
  }
  const { trackrecord: version } = metadata;
  return Number.isSafeInteger(version) && Number(version) > 0 ? Number(version) : undefined;
};

const idIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined;

const newerFormat = (event: ClusterEvent, why: string): FollowFault =>
  faultAt(
    'NewerFormat',
    event,
    `was written by a version of Trackrecord that this one cannot read (${why}): update this node, then start it again`,
  );

/** An event of ours that cannot be decoded. */
const judgeUndecoded = <A extends Identified>(
  held: Held<A>,
  event: ClusterEvent,
  stream: StreamName,
  why: string,
): Judgement => {
  if (!EventId.is(event.id)) return foreign(stream);
  return held.isKnown(event.id) ? repeated(stream) : newerFormat(event, why);
};

/** What a new event is, at the place where it should be. */
const judgeNew = <A extends Identified>(
  held: Held<A>,
  event: ClusterEvent,
  stream: StreamName | undefined,
): Judgement => {
  const mark = markOf(event.metadata);
  if (mark === undefined) return foreign(stream);
  if (mark > ourMark.trackrecord) return newerFormat(event, `its mark states version ${mark}`);
  const { data } = event;
  if (stream === undefined || idIn(data) !== event.id) return foreign(stream);
  const decoded = held.decode(data);
  if (E.isLeft(decoded)) return judgeUndecoded(held, event, stream, decoded.left);
  const { id } = decoded.right;
  if (held.isKnown(id)) return repeated(stream);
  const text = storedText(data);
  // Nothing of ours is so deep: marked by mistake, or worse.
  if (text === 'too deep') return foreign(stream);
  return { _tag: 'Add', stream, id, text: text ?? held.encode(decoded.right) };
};

const reordered = (event: ClusterEvent, position: ClusterPosition | undefined): FollowFault =>
  faultAt(
    'Reordered',
    event,
    `is new, but the cluster had been followed to position ${String(position?.commit)} before it came`,
    false,
  );

/** An event at a revision that was told before: the same one, or another's. */
const judgeAgain = <A extends Identified>(
  held: Held<A>,
  event: ClusterEvent,
  skipped: string | undefined,
): Judgement => {
  const { id, stream, revision } = event;
  const place = skipped === undefined && EventId.is(id) ? held.placeOf(id) : undefined;
  return skipped === id || (place?.stream === stream && place.revision === revision)
    ? redelivered
    : faultAt('Replaced', event, 'stands where this node’s copy has another event');
};

/**
 * What is to become of the next event that a cluster tells: a pure function of what was told before it. So every node
 * comes to the same, in whatever batches and however often it is told.
 */
export const judge = <A extends Identified>(held: Held<A>, event: ClusterEvent): Judgement => {
  const { stream: name, revision } = event;
  const stream = held.streamNamed(name);
  const position = held.position();
  if (stream === undefined) {
    // Nobody promises that all of a stream that is not ours is there: some servers' settings cut streams short.
    const skipped = held.skippedAt(name, revision);
    if (skipped !== undefined) return judgeAgain(held, event, skipped);
  } else {
    if (isTombstone(event)) {
      return faultAt('Deleted', event, 'says that the stream was deleted for good');
    }
    const expected = held.lastOnServer(stream) + 1;
    if (revision < expected) return judgeAgain(held, event, held.skippedAt(name, revision));
    if (revision > expected) {
      return faultAt(
        'Gap',
        event,
        `came where revision ${expected} should have`,
        held.isLatest(stream),
      );
    }
  }
  return isAfter(event.position, position)
    ? judgeNew(held, event, stream)
    : reordered(event, position);
};
