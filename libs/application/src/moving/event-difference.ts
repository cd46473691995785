import { type DomainEvent, eventCodec } from '@trackrecord/domain';
import type { Event, Stretch } from './logs-in-step.ts';

/** Where two logs differ, and in what; `null` where one has no event at that ordinal. */
export type EventDifference = Readonly<{
  ordinal: number;
  /** Other events; the same event in another place; the same event in the same place with other words. */
  in: 'event' | 'place' | 'text';
  one: string | null;
  other: string | null;
}>;

const described = ({ event, stream, revision }: Event): string =>
  `${stream}@${revision} ${event.type} ${event.id}`;

const textOf = (event: DomainEvent): string => eventCodec.encode(event);

const differenceAt = (ordinal: number, one: Event, other: Event): EventDifference | undefined => {
  const places = { one: described(one), other: described(other) };
  if (one.event.id !== other.event.id) return { ordinal, in: 'event', ...places };
  if (one.stream !== other.stream || one.revision !== other.revision)
    return { ordinal, in: 'place', ...places };
  const texts = { one: textOf(one.event), other: textOf(other.event) };
  return texts.one === texts.other ? undefined : { ordinal, in: 'text', ...texts };
};

/** What differs in a stretch of two logs, in their order; where one has ended, what the other has next. */
export const differencesIn = ({ after, one, other }: Stretch): ReadonlyArray<EventDifference> => {
  const [first, second] = [one[0], other[0]];
  if (first !== undefined && second === undefined)
    return [{ ordinal: after + 1, in: 'event', one: described(first), other: null }];
  if (first === undefined && second !== undefined)
    return [{ ordinal: after + 1, in: 'event', one: null, other: described(second) }];
  return one.flatMap((event, place) => {
    const against = other[place];
    const found =
      against === undefined ? undefined : differenceAt(after + place + 1, event, against);
    return found ?? [];
  });
};
