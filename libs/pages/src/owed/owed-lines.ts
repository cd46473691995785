import type { NamedParty, OwedAnswer } from '@trackrecord/application';
import { byRef } from '@trackrecord/read-models';
import { nobody } from '../plan/plan-choices.ts';
import { type OwedOrder, type OwedParams, reasonKey } from './owed-params.ts';

/** What one party owes on one action, for whatever reasons. */
export type OwedLine = Readonly<{
  plan: OwedAnswer['plan'];
  ref: string;
  title: string;
  party: NamedParty | null;
  debts: ReadonlyArray<OwedAnswer>;
  /** The earliest date that an update was due on, and how late that is. */
  dueOn: string;
  daysOverdue: number;
  /** The earliest date since when nothing was heard. */
  since: string;
}>;

/** The updates and the data that are owed and shown, and what whole plans owe. */
export type OwedShown = Readonly<{
  lines: ReadonlyArray<OwedLine>;
  /** Debts of plans themselves: closing, carrying forward. */
  whole: ReadonlyArray<OwedAnswer>;
  /** Targets with a gap, indicators without a value, data past its date: nobody owns these. */
  data: ReadonlyArray<OwedAnswer>;
}>;

const collator = new Intl.Collator('en', { numeric: true });

const isAsked =
  ({ mine, reasons, party }: OwedParams, own: ReadonlySet<string>) =>
  (debt: OwedAnswer): boolean =>
    (!mine || (debt.party !== null && own.has(debt.party.id))) &&
    (reasons.length === 0 || reasons.includes(reasonKey[debt.reason])) &&
    (party === null || (debt.party?.id ?? nobody) === party);

const least = (dates: ReadonlyArray<string>): string =>
  dates.reduce((a, b) => (b < a ? b : a), '9999-12-31');

const lineOf = (debts: ReadonlyArray<OwedAnswer>): ReadonlyArray<OwedLine> => {
  const [first] = debts;
  if (first?.action === undefined || first.action === null) return [];
  return [
    {
      plan: first.plan,
      ref: first.action,
      title: first.title ?? '',
      party: first.party,
      debts,
      dueOn: least(debts.map(({ dueOn }) => dueOn)),
      daysOverdue: Math.max(...debts.map(({ daysOverdue }) => daysOverdue)),
      since: least(debts.map(({ since }) => since)),
    },
  ];
};

const inPlan = (a: OwedLine, b: OwedLine): number =>
  collator.compare(a.plan, b.plan) || byRef(a, b);

const orders: Readonly<Record<OwedOrder, (a: OwedLine, b: OwedLine) => number>> = {
  late: (a, b) => b.daysOverdue - a.daysOverdue || inPlan(a, b),
  ref: inPlan,
  since: (a, b) => collator.compare(a.since, b.since) || inPlan(a, b),
};

/**
 * Of all that is owed what is asked for, each party's debts on one action together, in the order that is asked for;
 * data stands by plan, what has been owed longest first.
 * @param own the ids of whoever looks, and of their organisations
 */
export const owedShown = (
  debts: ReadonlyArray<OwedAnswer>,
  params: OwedParams,
  own: ReadonlySet<string>,
): OwedShown => {
  const asked = debts.filter(isAsked(params, own));
  const byLine = Map.groupBy(
    asked.filter(({ action }) => action !== null),
    ({ plan, action, party }) => JSON.stringify([plan, action, party?.id ?? null]),
  );
  return {
    lines: [...byLine.values()].flatMap(lineOf).toSorted(orders[params.sort]),
    whole: asked.filter(({ about }) => about === 'plan'),
    data: asked
      .filter(({ action, about }) => action === null && about !== 'plan')
      .toSorted((a, b) => collator.compare(a.plan, b.plan) || collator.compare(a.since, b.since)),
  };
};

/** How many lines stand on one page of a long list. */
export const linesOnPage = 200;

/** The lines of the page that is asked for; of the last one where there are not so many. */
export const owedOnPage = (
  lines: ReadonlyArray<OwedLine>,
  page: number,
): Readonly<{ page: number; pages: number; lines: ReadonlyArray<OwedLine> }> => {
  const pages = Math.max(1, Math.ceil(lines.length / linesOnPage));
  const shown = Math.min(page, pages);
  return { page: shown, pages, lines: lines.slice((shown - 1) * linesOnPage, shown * linesOnPage) };
};
