import { type Assertion, assertionsOf, type Entry, type Register } from './assertion.ts';
import { type Cut, type CutPoint, cutOf, type RetractedAt } from './cut.ts';
import type { EventId, Ordinal } from './identifiers.ts';
import type { Json } from './json.ts';

/** All that was ever said in one stream, with what was taken back: everything that a cut needs. */
export type History = Readonly<{
  assertions: ReadonlyArray<Assertion>;
  retractedAt: RetractedAt;
}>;

export const emptyHistory: History = { assertions: [], retractedAt: new Map() };

const keyOf = (event: string, { subject, field }: Register): string =>
  `${event} ${subject} ${field}`;

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
  const said = new Map<string, Json>(
    entries.flatMap((entry) =>
      entry.statements.says.map((one) => [keyOf(entry.eventId, one), one.value] as const),
    ),
  );
  return {
    assertions: entries.flatMap((entry) =>
      assertionsOf(entry, (event, register) => said.get(keyOf(event, register))),
    ),
    retractedAt: new Map(retractionsOf(entries)),
  };
};

/** A history with one more entry at its end; the same as `historyOf` over all entries. */
export const extendedBy =
  (entry: Entry) =>
  (history: History): History => {
    const said = new Map<string, Json>(
      entry.statements.confirms.length === 0
        ? []
        : history.assertions.map((one) => [keyOf(one.firstSaidBy, one), one.value] as const),
    );
    return {
      assertions: [
        ...history.assertions,
        ...assertionsOf(entry, (event, register) => said.get(keyOf(event, register))),
      ],
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
    cutOf(history.assertions, history.retractedAt, point);
