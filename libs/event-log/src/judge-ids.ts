import type { Appended } from '@trackrecord/application/ports';
import type { EventId, StreamName } from '@trackrecord/kernel';

/** Where an event with some id is stored. */
export type Place = Readonly<{ stream: StreamName; revision: number; position: number }>;

export type IdsJudgement =
  /** None of them is stored. */
  | Readonly<{ _tag: 'Fresh' }>
  /** All are, next to each other in this stream and in this order: an earlier append, repeated. */
  | Readonly<{ _tag: 'Repeated'; appended: Appended }>
  /** Some are, but not so; or one comes twice. */
  | Readonly<{ _tag: 'Reused'; id: EventId }>;

const repeatedWithin = (ids: ReadonlyArray<EventId>): EventId | undefined =>
  new Set(ids).size === ids.length ? undefined : ids.find((id, index) => ids.indexOf(id) !== index);

const areConsecutive = (
  stream: StreamName,
  first: Place,
  places: ReadonlyArray<Place | undefined>,
): boolean =>
  places.every(
    (place, index) => place?.stream === stream && place.revision === first.revision + index,
  );

/** What the ids of an append say of it, before anybody looks at the revision. */
export const judgeIds = (
  stream: StreamName,
  ids: ReadonlyArray<EventId>,
  placeOf: (id: EventId) => Place | undefined,
): IdsJudgement => {
  const twice = repeatedWithin(ids);
  if (twice !== undefined) return { _tag: 'Reused', id: twice };
  const places = ids.map(placeOf);
  const id = ids[places.findIndex((place) => place !== undefined)];
  if (id === undefined) return { _tag: 'Fresh' };
  const first = places[0];
  const last = places.at(-1);
  if (first === undefined || last === undefined || !areConsecutive(stream, first, places)) {
    return { _tag: 'Reused', id };
  }
  const { revision, position } = last;
  const appended = { lastRevision: revision, position: String(position), duplicate: true };
  return { _tag: 'Repeated', appended };
};
