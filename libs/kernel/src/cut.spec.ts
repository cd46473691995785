import {
  arbitraryEntries,
  closeDates,
  documentNumber,
  eventIdNumber,
  must,
  numbered,
  ordinal,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Register } from './assertion.ts';
import { type Cut, type CutPoint, heldBy, valueOf } from './cut.ts';
import { assertionsIn, emptyHistory, extendedBy, historyOf, stateAt } from './history.ts';
import type { Json } from './json.ts';
import { LocalDate } from './local-date.ts';

type Plain = Record<string, { value: Json; on: string; ordinal: number; first: string }>;

/** What an event said of a register, if it stands before `before` in the log. */
const wordsOf = (log: ReadonlyArray<Entry>, before: number, event: string, wanted: Register) => {
  let found: Json | undefined;
  for (let i = 0; i < before; i += 1) {
    const one = log[i];
    if (one?.eventId !== event) continue;
    for (const said of one.statements.says) {
      if (said.subject === wanted.subject && said.field === wanted.field) found = said.value;
    }
  }
  return found;
};

/** Whether somebody had taken an event back by then. */
const isTakenBack = (log: ReadonlyArray<Entry>, event: string, by: number): boolean => {
  for (const one of log) {
    if (one.ordinal <= by && one.statements.retracts.some((gone) => gone === event)) return true;
  }
  return false;
};

/** State at a point, in the plainest words: go through the log and keep, for each register, what beats the rest. */
const oracle = (log: ReadonlyArray<Entry>, { asOf, knownAt, documents }: CutPoint): Plain => {
  const state: Plain = {};
  for (let i = 0; i < log.length; i += 1) {
    const one = log[i];
    if (one === undefined) continue;
    if (one.ordinal > knownAt || one.effectiveOn > asOf) continue;
    if (isTakenBack(log, one.eventId, knownAt)) continue;
    if (documents !== undefined) {
      if (one.document === undefined || !documents.has(one.document)) continue;
    }
    const put = (register: Register, value: Json, first: string) => {
      const key = `${register.subject}|${register.field}`;
      const best = state[key];
      if (best !== undefined && best.on > one.effectiveOn) return;
      state[key] = { value, on: one.effectiveOn, ordinal: one.ordinal, first };
    };
    for (const said of one.statements.says) put(said, said.value, one.eventId);
    for (const confirmed of one.statements.confirms) {
      for (const register of confirmed.registers) {
        const value = wordsOf(log, i, confirmed.event, register);
        if (value !== undefined) put(register, value, confirmed.event);
      }
    }
  }
  return state;
};

const plainly = (cut: Cut): Plain => {
  const state: Plain = {};
  for (const [subject, fields] of cut) {
    for (const [field, held] of fields) {
      state[`${subject}|${field}`] = {
        value: held.value,
        on: held.effectiveOn,
        ordinal: held.ordinal,
        first: held.firstSaidBy,
      };
    }
  }
  return state;
};

const points: fc.Arbitrary<CutPoint> = fc.record({
  asOf: closeDates,
  knownAt: fc.integer({ min: 0, max: 15 }).map(ordinal),
  documents: fc.option(
    fc
      .subarray([documentNumber(1), documentNumber(2), documentNumber(3)])
      .map((list) => new Set(list)),
    { nil: undefined },
  ),
});

const always = must(LocalDate)('9999-12-31');

const says = (on: string, value: Json) => ({
  effectiveOn: must(LocalDate)(on),
  statements: {
    says: [{ subject: 'action:27', field: 'rating', value }],
    confirms: [],
    retracts: [],
  },
});

const retracts = (on: string, event: number) => ({
  effectiveOn: must(LocalDate)(on),
  statements: { says: [], confirms: [], retracts: [eventIdNumber(event)] },
});

const ratingAt = (log: ReadonlyArray<Entry>, asOf: string, knownAt: number) =>
  valueOf(
    stateAt({ asOf: must(LocalDate)(asOf), knownAt: ordinal(knownAt) })(historyOf(log)),
    'action:27',
    'rating',
  );

/** Properties are run over thousands of logs, at times on a busy machine. */
describe('a cut', { timeout: 60_000 }, () => {
  it('given Amber in March, Red in June, then in May it is Amber and in July Red', () => {
    const log = numbered([says('2026-03-31', 'Amber'), says('2026-06-30', 'Red')]);
    expect(ratingAt(log, '2026-03-30', 2)).toBeUndefined();
    expect(ratingAt(log, '2026-05-31', 2)).toBe('Amber');
    expect(ratingAt(log, '2026-07-31', 2)).toBe('Red');
  });

  it('given "Red since May" that comes late, then it does not overrule what was said for June', () => {
    const log = numbered([says('2026-06-30', 'Amber'), says('2026-05-01', 'Red')]);
    expect(ratingAt(log, '2026-06-30', 2)).toBe('Amber');
    expect(ratingAt(log, '2026-05-31', 2)).toBe('Red');
    expect(ratingAt(log, '2026-05-31', 1)).toBeUndefined();
  });

  it('given two ratings for one date, then the later recording holds, known from its ordinal on', () => {
    const log = numbered([says('2026-06-30', 'Amber'), says('2026-06-30', 'Red')]);
    expect(ratingAt(log, '2026-06-30', 2)).toBe('Red');
    expect(ratingAt(log, '2026-06-30', 1)).toBe('Amber');
  });

  it('given a rating that was retracted, then it shows as known before, and never held as known after', () => {
    const log = numbered([
      says('2026-03-31', 'Amber'),
      says('2026-06-30', 'Red'),
      retracts('2026-09-30', 2),
    ]);
    expect(ratingAt(log, '2026-06-30', 2)).toBe('Red');
    expect(ratingAt(log, '2026-06-30', 3)).toBe('Amber');
  });

  it('given a register that nothing was said of, then it holds nothing', () => {
    expect(heldBy(stateAt({ asOf: always, knownAt: ordinal(9) })(emptyHistory), 'a', 'b')).toBe(
      undefined,
    );
  });

  it('given any log, at any point of both clocks and by any documents, then it is the plain reading of it', () => {
    fc.assert(
      fc.property(arbitraryEntries, points, (log, point) => {
        expect(plainly(stateAt(point)(historyOf(log)))).toEqual(oracle(log, point));
      }),
      { numRuns: 2000 },
    );
  });

  it('given any log and a retraction at its end, then what was retracted is gone from every cut that knows of it and from no other', () => {
    fc.assert(
      fc.property(arbitraryEntries, points, fc.nat(), (log, { asOf, documents }, which) => {
        const gone = log[which % log.length]?.eventId ?? eventIdNumber(1);
        const end = numbered([...log, retracts('2026-01-31', 1)]).slice(-1);
        const longer = [
          ...log,
          ...end.map((one) => ({
            ...one,
            statements: { says: [], confirms: [], retracts: [gone] },
          })),
        ];
        for (let knownAt = 0; knownAt <= log.length; knownAt += 1) {
          const point = { asOf, knownAt: ordinal(knownAt), documents };
          expect(stateAt(point)(historyOf(longer))).toEqual(stateAt(point)(historyOf(log)));
        }
        const after = stateAt({ asOf, knownAt: ordinal(log.length + 1), documents })(
          historyOf(longer),
        );
        const holders = [...after.values()].flatMap((fields) =>
          [...fields.values()].map(({ eventId }) => eventId),
        );
        expect(holders).not.toContain(gone);
      }),
    );
  });

  it('given facts about distinct dates, recorded in any order, then the present state is the same', () => {
    const facts = fc
      .uniqueArray(
        fc.record({
          effectiveOn: fc
            .integer({ min: 1, max: 28 })
            .map((day) => must(LocalDate)(`2026-02-${String(day).padStart(2, '0')}`)),
          value: fc.constantFrom('Red', 'Amber', null),
          field: fc.constantFrom('rating', 'status'),
        }),
        { selector: ({ effectiveOn }) => effectiveOn, minLength: 1, maxLength: 12 },
      )
      .chain((list) =>
        fc.record({
          list: fc.constant(list),
          shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
        }),
      );
    const present = (list: ReadonlyArray<{ effectiveOn: LocalDate; value: Json; field: string }>) =>
      Object.entries(
        plainly(
          stateAt({ asOf: always, knownAt: ordinal(list.length) })(
            historyOf(
              numbered(
                list.map(({ effectiveOn, value, field }) => ({
                  effectiveOn,
                  statements: {
                    says: [{ subject: 'action:1', field, value }],
                    confirms: [],
                    retracts: [],
                  },
                })),
              ),
            ),
          ),
        ),
      )
        .map(([register, { value, on }]) => [register, value, on])
        .toSorted();
    fc.assert(
      fc.property(facts, ({ list, shuffled }) => {
        expect(present(shuffled)).toEqual(present(list));
      }),
    );
  });
});

describe('a history', { timeout: 60_000 }, () => {
  it('given any log, then extending it entry by entry gives the history of it all', () => {
    fc.assert(
      fc.property(arbitraryEntries, (log) => {
        const stepwise = log.reduce((history, entry) => extendedBy(entry)(history), emptyHistory);
        const atOnce = historyOf(log);
        expect(assertionsIn(stepwise)).toEqual(assertionsIn(atOnce));
        expect(new Map([...stepwise.retractedAt].toSorted())).toEqual(
          new Map([...atOnce.retractedAt].toSorted()),
        );
      }),
    );
  });

  it('given a document that confirms a value, then it is asserted on its own date, by who said it first', () => {
    const log = numbered([
      says('2026-03-31', 'Amber'),
      {
        effectiveOn: must(LocalDate)('2026-06-30'),
        document: documentNumber(2),
        statements: {
          says: [],
          confirms: [
            {
              event: eventIdNumber(1),
              registers: [{ subject: 'action:27', field: 'rating' }],
            },
          ],
          retracts: [],
        },
      },
      says('2026-05-01', 'Red'),
    ]);
    const cut = stateAt({ asOf: always, knownAt: ordinal(3) })(historyOf(log));
    expect(heldBy(cut, 'action:27', 'rating')).toMatchObject({
      value: 'Amber',
      effectiveOn: '2026-06-30',
      eventId: eventIdNumber(2),
      firstSaidBy: eventIdNumber(1),
      document: documentNumber(2),
    });
  });

  it('given a confirmation of what comes later or was never said, then it asserts nothing', () => {
    const confirming = (event: number) => ({
      effectiveOn: must(LocalDate)('2026-06-30'),
      statements: {
        says: [],
        confirms: [
          {
            event: eventIdNumber(event),
            registers: [{ subject: 'action:27', field: 'rating' }],
          },
        ],
        retracts: [],
      },
    });
    expect(
      assertionsIn(historyOf(numbered([confirming(2), says('2026-03-31', 'Red')]))),
    ).toHaveLength(1);
    expect(assertionsIn(historyOf(numbered([confirming(7)])))).toEqual([]);
  });
});
