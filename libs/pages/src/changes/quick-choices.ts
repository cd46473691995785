import type { Question } from '@trackrecord/application';
import { addDays, addMonths, LocalDate } from '@trackrecord/kernel';
import { months } from '@trackrecord/read-models';
import type { LastReview } from '../plan/plan-summary.ts';
import { ukDate } from '../words/uk-date.ts';
import { changesHref, type FirstEnd } from './changes-links.ts';

/** A comparison that boards often ask for. */
export type QuickChoice = Readonly<{ text: string; href: string; current: boolean }>;

export type QuickChoicesOf = Readonly<{
  plan: string;
  /** The two ends of the page as it stands. */
  from: FirstEnd;
  to: Question;
  toDate: LocalDate;
  today: LocalDate;
  /** Reviews held before the second date, the latest first. */
  reviews: ReadonlyArray<LastReview>;
  /** The plan's first date; `null` where that is not known. */
  firstOn: LocalDate | null;
}>;

const firstOfMonth = (date: LocalDate): LocalDate => {
  const first = `${date.slice(0, 8)}01`;
  return LocalDate.is(first) ? first : date;
};

const monthOf = (date: LocalDate): number => Number(date.slice(5, 7)) - 1;

/** The first day of the calendar quarter, or of the year, that a date is in. */
const beginningOf = (date: LocalDate, monthsLong: number): LocalDate =>
  addMonths(-(monthOf(date) % monthsLong))(firstOfMonth(date));

type Span = Readonly<{ text: string; from: FirstEnd; to: Question }>;

/** The last whole quarter or year before today: from the end of the day before it to its last day. */
const wholeSpan = (
  { today, to }: QuickChoicesOf,
  monthsLong: number,
  name: (first: LocalDate, last: LocalDate) => string,
): Span => {
  const next = beginningOf(today, monthsLong);
  const first = addMonths(-monthsLong)(next);
  const last = addDays(-1)(next);
  return {
    text: name(first, last),
    from: { asOf: addDays(-1)(first), knownAt: to.knownAt },
    to: { ...to, asOf: last },
  };
};

const lastQuarter = (of: QuickChoicesOf): Span =>
  wholeSpan(of, 3, (first, last) => {
    const [from, to] = [first, last].map((date) => months[monthOf(date)] ?? '');
    return `Last quarter (${from ?? ''} to ${to ?? ''} ${last.slice(0, 4)})`;
  });

const lastYear = (of: QuickChoicesOf): Span =>
  wholeSpan(of, 12, (first) => `Last year (${first.slice(0, 4)})`);

const backFrom = ({ toDate, to }: QuickChoicesOf, howMany: number, text: string): Span => ({
  text,
  from: { asOf: addMonths(-howMany)(toDate), knownAt: to.knownAt },
  to,
});

const sinceReview =
  ({ to }: QuickChoicesOf) =>
  ({ on, ordinal }: LastReview, place: number): Span => ({
    text: `Since the ${place === 0 ? 'last review' : 'review before'} (${ukDate(on)})`,
    from: { asOf: on, knownAt: { _tag: 'AtOrdinal', ordinal } },
    to,
  });

/** Since the last two reviews, the last months, the last whole quarter and year; none that ends before the plan began. */
export const quickChoices = (of: QuickChoicesOf): ReadonlyArray<QuickChoice> => {
  const here = changesHref(of.plan, of.from, of.to);
  return [
    ...of.reviews.slice(0, 2).map(sinceReview(of)),
    backFrom(of, 3, 'Three months'),
    backFrom(of, 12, 'Twelve months'),
    lastQuarter(of),
    lastYear(of),
  ]
    .filter(({ to }) => of.firstOn === null || to.asOf === undefined || to.asOf >= of.firstOn)
    .map(({ text, from, to }) => {
      const href = changesHref(of.plan, from, to);
      return { text, href, current: href === here };
    });
};
