import type { Debt } from '@trackrecord/domain';
import { addDays, addMonths, daysBetween, LocalDate } from '@trackrecord/kernel';
import { askedKey, hasAsked } from './asked-so-far.ts';
import type { ItemState, ReminderRun } from './run-state.ts';

/** What came of what was asked of somebody: each thing that was asked of them counts once, however often it was. */
export type PunctualityCounts = Readonly<{
  asked: number;
  /** Answered on the day that it was due, or before. */
  inTime: number;
  /** Answered after it was due. */
  late: number;
  /** Overdue without an answer, or owed no longer without one. */
  never: number;
  /** Not answered, and not overdue yet. */
  open: number;
  /** From the day that it was asked for first to the day of its answer; `null` where nothing was answered. */
  medianDays: number | null;
}>;

/** Three months of a calendar year, and what came of what was asked for first in them. */
export type PunctualityQuarter = PunctualityCounts & Readonly<{ from: LocalDate; to: LocalDate }>;

/** How punctual somebody is, over time. */
export type PartyPunctuality = PunctualityCounts &
  Readonly<{
    party: string;
    /** One for each quarter of the whole, also those in which they were asked for nothing. */
    quarters: ReadonlyArray<PunctualityQuarter>;
  }>;

/** How punctual everybody is: together, and one by one. */
export type Punctuality = PunctualityCounts &
  Readonly<{
    quarters: ReadonlyArray<PunctualityQuarter>;
    parties: ReadonlyArray<PartyPunctuality>;
  }>;

/** One thing that was asked of one party: when first, and when it was answered. */
type AskedOnce = Readonly<{
  party: string;
  first: LocalDate;
  dueOn: LocalDate;
  settled: ItemState['settled'];
}>;

/** What the days are counted up to, between which days something was asked for first, and who is whom by now. */
export type PunctualityAsked = Readonly<{
  today: LocalDate;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  canonical: (party: string) => string;
}>;

type Key = (debt: Debt, to: string) => string;

/** What a run asked for. Whoever is asked because somebody else has not answered is not the one who is late. */
const askedIn =
  (key: Key, { canonical }: PunctualityAsked) =>
  ({ on, messages }: ReminderRun): ReadonlyArray<readonly [string, AskedOnce]> =>
    messages
      .filter(hasAsked)
      .flatMap(({ to, items }) =>
        items
          .filter(({ withdrawn, because }) => withdrawn === null && because !== 'not answered')
          .map(({ debt, dueOn, settled }): readonly [string, AskedOnce] => [
            key(debt, to),
            { party: canonical(to), first: on, dueOn, settled },
          ]),
      );

/** When a thing was asked for first counts, and by when it was due then; what came of it stands where it was asked last. */
const joined = (first: AskedOnce, again: AskedOnce): AskedOnce => ({
  ...first,
  settled: again.settled ?? first.settled,
});

const everythingAsked = (
  runs: ReadonlyArray<ReminderRun>,
  asked: PunctualityAsked,
): ReadonlyArray<AskedOnce> => {
  const key: Key = (debt, to) => askedKey({ ...debt, to: asked.canonical(to) });
  const earlier = new Map(
    (runs[0]?.askedBefore ?? []).map(({ to, first, ...debt }) => [key(debt, to), first]),
  );
  const once = Map.groupBy(runs.flatMap(askedIn(key, asked)), ([of]) => of);
  return [...once].flatMap(([of, [first, ...again]]) =>
    first === undefined
      ? []
      : [
          again.reduce((sofar, [, next]) => joined(sofar, next), {
            ...first[1],
            first: earlier.get(of) ?? first[1].first,
          }),
        ],
  );
};

type Outcome = 'inTime' | 'late' | 'never' | 'open';

const outcomeOn =
  (today: LocalDate) =>
  ({ settled, dueOn }: AskedOnce): Outcome => {
    if (settled === null) return dueOn < today ? 'never' : 'open';
    if (settled.is === 'owed no longer') return 'never';
    return settled.on <= dueOn ? 'inTime' : 'late';
  };

/** The middle of numbers, or what is half-way between the two in the middle; `null` of none. */
const medianOf = (numbers: ReadonlyArray<number>): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
};

const countsOf = (today: LocalDate, all: ReadonlyArray<AskedOnce>): PunctualityCounts => {
  const outcomes = all.map(outcomeOn(today));
  const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return {
    asked: all.length,
    inTime: count('inTime'),
    late: count('late'),
    never: count('never'),
    open: count('open'),
    medianDays: medianOf(
      all.flatMap(({ first, settled }) =>
        settled?.is === 'answered' ? [Math.max(0, daysBetween(first, settled.on))] : [],
      ),
    ),
  };
};

/** The first day of the quarter that a day is in. */
const quarterBegin = (day: LocalDate): LocalDate => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  const begin = `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return LocalDate.is(begin) ? begin : day;
};

const quartersFrom = (begin: LocalDate, last: LocalDate): ReadonlyArray<LocalDate> =>
  begin > last ? [] : [begin, ...quartersFrom(addMonths(3)(begin), last)];

const quartersOf = (
  today: LocalDate,
  begins: ReadonlyArray<LocalDate>,
  all: ReadonlyArray<AskedOnce>,
): ReadonlyArray<PunctualityQuarter> => {
  const byQuarter = Map.groupBy(all, ({ first }) => quarterBegin(first));
  return begins.map((from) => ({
    from,
    to: addDays(-1)(addMonths(3)(from)),
    ...countsOf(today, byQuarter.get(from) ?? []),
  }));
};

/**
 * Who answers in time what reminders ask of them, by quarters of when it was asked for first. What is asked of several
 * counts for each of them; what was asked of nobody in time – it was overdue when it was asked for first – is late.
 * @param runs the days on which a plan's reminders ran, the first first, from the first that counts to the last there is
 */
export const punctualityIn = (
  runs: ReadonlyArray<ReminderRun>,
  asked: PunctualityAsked,
): Punctuality => {
  const { today, from, to } = asked;
  const all = everythingAsked(runs, asked).filter(
    ({ first }) => (from === undefined || first >= from) && (to === undefined || first <= to),
  );
  const [begin, ...others] = all.map(({ first }) => quarterBegin(first)).toSorted();
  const begins = begin === undefined ? [] : quartersFrom(begin, others.at(-1) ?? begin);
  return {
    ...countsOf(today, all),
    quarters: quartersOf(today, begins, all),
    parties: [...Map.groupBy(all, ({ party }) => party)].map(([party, theirs]) => ({
      party,
      ...countsOf(today, theirs),
      quarters: quartersOf(today, begins, theirs),
    })),
  };
};
