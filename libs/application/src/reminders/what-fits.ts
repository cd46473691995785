import type { Asked, AskedItem, PartyId, PlannedMessage, Unreachable } from '@trackrecord/domain';
import { askedKey, debtKey } from '@trackrecord/read-models';
import { maxAppendBytes } from '../ports/event-log.ts';

/** What a run holds, and what it goes on from. */
type ToFit = Readonly<{
  messages: ReadonlyArray<PlannedMessage>;
  asked: ReadonlyArray<Asked>;
  unreachable: ReadonlyArray<Unreachable>;
}>;

/** How much there may be, in bytes. */
export type Room = Readonly<{
  /** Of a run: it is one append. */
  run: number;
  /** Of what was asked and is still owed: the next run carries it along. */
  asked: number;
  /** Besides, of what has gone up: those to whom it goes up hear of it however many owe it. */
  goneUp: number;
}>;

/** What was asked leaves room in the next run for its messages. */
export const usualRoom: Room = {
  run: maxAppendBytes,
  asked: maxAppendBytes / 2,
  goneUp: maxAppendBytes / 8,
};

/** What surrounds an event's own data takes less than this: ids, both clocks, who. */
const mostEnvelope_bytes = 700;

/** What is known of something that was asked besides its debt, and of whom: days, numbers, their names. */
const mostOfAsked_bytes = 250;

const bytesOf = (data: unknown): number => new TextEncoder().encode(JSON.stringify(data)).length;

/** An item in its message; what went up is an event of its own besides. */
const inRun_bytes = (item: AskedItem): number =>
  bytesOf(item) +
  1 +
  (item.because === undefined ? 0 : mostEnvelope_bytes + bytesOf(item.insteadOf ?? []));

/** An item of a message, by its place in it and the place of that. */
type Placed = Readonly<{ place: number; at: number; to: PartyId; item: AskedItem }>;

/**
 * In the order in which they get room: what goes up; of each debt the first who is asked for it, then of each the
 * second. So each is asked of somebody before an organisation's many people take all the room.
 */
const inTurn = (messages: ReadonlyArray<PlannedMessage>): ReadonlyArray<Placed> => {
  const placed = messages.flatMap(({ to, items }, place) =>
    items.map((item, at): Placed => ({ place, at, to, item })),
  );
  const [owners, others] = [true, false].map((isOwner) =>
    placed.filter(({ item }) => (item.level === 'owner') === isOwner),
  );
  const turns = [...Map.groupBy(owners ?? [], ({ item }) => debtKey(item.debt)).values()]
    .flatMap((same) => same.map((one, turn) => ({ one, turn })))
    .toSorted((a, b) => a.turn - b.turn);
  return [...(others ?? []), ...turns.map(({ one }) => one)];
};

/** Takes items one after the other, as long as there is room for each. */
const taking = ({ asked, unreachable }: Omit<ToFit, 'messages'>, room: Room) => {
  const known = new Set(asked.map(askedKey));
  const begun = new Set<number>();
  const left = {
    run: room.run - mostEnvelope_bytes - bytesOf(asked) - bytesOf(unreachable),
    asked: room.asked - bytesOf(asked),
  };
  return ({ place, to, item }: Placed): boolean => {
    const run = inRun_bytes(item) + (begun.has(place) ? 0 : mostEnvelope_bytes + to.length);
    const carried = known.has(askedKey({ ...item.debt, to }))
      ? 0
      : bytesOf(item.debt) + mostOfAsked_bytes + to.length;
    const least = item.level === 'owner' ? 0 : -room.goneUp;
    if (left.run < run || (carried > 0 && left.asked - carried < least)) return false;
    begun.add(place);
    left.run -= run;
    left.asked -= carried;
    return true;
  };
};

/**
 * As much of a day's messages as one append holds, and as the next run can carry along. What is left out has not been
 * asked of whom it was for, so a later run asks it: nothing is lost, and a plan of which very much is owed by very many
 * does not stop asking for good.
 */
export const whatFits = (
  { messages, ...before }: ToFit,
  room: Room = usualRoom,
): ReadonlyArray<PlannedMessage> => {
  const taken = new Set(
    inTurn(messages)
      .filter(taking(before, room))
      .map(({ place, at }) => `${place} ${at}`),
  );
  return messages
    .map(({ to, items }, place) => ({
      to,
      items: items.filter((_, at) => taken.has(`${place} ${at}`)),
    }))
    .filter(({ items }) => items.length > 0);
};
