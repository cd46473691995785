import {
  type Assertion,
  assertionsOf,
  type Entry,
  type LookUpSaid,
  type Register,
} from './assertion.ts';
import { type Cut, type CutPoint, cutOf, type RetractedAt } from './cut.ts';
import type { EventId, Ordinal } from './identifiers.ts';
import type { Json } from './json.ts';

/**
 * All that was ever said in one stream, with what was taken back: everything that a cut needs. What was said last
 * stands apart, so that one more event need not copy what ten years have said.
 */
export type History = Readonly<{
  earlier: ReadonlyArray<Assertion>;
  latest: ReadonlyArray<Assertion>;
  retractedAt: RetractedAt;
}>;

/** So many assertions stand apart before they join the others. */
const mostLatest = 500;

export const emptyHistory: History = { earlier: [], latest: [], retractedAt: new Map() };

/** All assertions of a history, in order. */
export const assertionsIn = ({ earlier, latest }: History): ReadonlyArray<Assertion> =>
  latest.length === 0 ? earlier : earlier.concat(latest);

// Neither ids nor subjects hold a line break; a field's member may hold anything.
const keyOf = (event: string, { subject, field }: Register): string =>
  `${event}\n${subject}\n${field}`;

const saidNothing: LookUpSaid = () => undefined;

/** The first retraction counts: what is taken back already cannot be taken back again. */
const retractionsOf = (entries: ReadonlyArray<Entry>): ReadonlyArray<readonly [EventId, Ordinal]> =>
  entries
    .toReversed()
    .flatMap((entry) => entry.statements.retracts.map((event) => [event, entry.ordinal] as const));

/**
 * The history of a stream from its entries in order: the plain definition of what a log says,
 * which every view must equal.
 */
export const historyOf = (entries: ReadonlyArray<Entry>): History => {
  const said = new Map<string, Json>();
  const lookUp: LookUpSaid = (event, register) => said.get(keyOf(event, register));
  const assertions = entries.flatMap((entry) => {
    // Only what came before can be confirmed.
    const made = assertionsOf(entry, lookUp);
    entry.statements.says.forEach((one) => said.set(keyOf(entry.eventId, one), one.value));
    return made;
  });
  return { earlier: assertions, latest: [], retractedAt: new Map(retractionsOf(entries)) };
};

/** Looks up what events of a history said first; linear once, then a look a register. */
export const saidIn = (history: History): LookUpSaid => {
  const said = new Map<string, Json>(
    assertionsIn(history).map((one) => [keyOf(one.firstSaidBy, one), one.value] as const),
  );
  return (event, register) => said.get(keyOf(event, register));
};

/** The assertions that an entry would add to a history, what it confirms among them. */
export const newAssertions = (entry: Entry, history: History): ReadonlyArray<Assertion> =>
  assertionsOf(entry, entry.statements.confirms.length === 0 ? saidNothing : saidIn(history));

/** A history with one more entry at its end; the same as `historyOf` over all entries. */
export const extendedBy =
  (entry: Entry) =>
  (history: History): History => {
    const latest = history.latest.concat(newAssertions(entry, history));
    return {
      ...(latest.length < mostLatest
        ? { earlier: history.earlier, latest }
        : { earlier: history.earlier.concat(latest), latest: [] }),
      retractedAt:
        entry.statements.retracts.length === 0
          ? history.retractedAt
          : new Map([...retractionsOf([entry]), ...history.retractedAt]),
    };
  };

/** The state that a history holds at a point. */
export const stateAt =
  (point: CutPoint) =>
  (history: History): Cut =>
    cutOf(assertionsIn(history), history.retractedAt, point);
