import {
  type ActionAnswer,
  type AskedByEmail,
  lateness,
  type OwedAnswer,
  type PlanAnswer,
  type Question,
  reasonInWords,
} from '@trackrecord/application';
import { actionFormPath, actionPath } from '../action/action-links.ts';
import { withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { monthsBetween } from '../words/months-between.ts';
import { ukDate } from '../words/uk-date.ts';
import type { OwedLine } from './owed-lines.ts';

export { lateness, reasonInWords } from '@trackrecord/application';

/** What whoever looks may do about a line: give the update, or ask for it. */
export type MayAbout = Readonly<{ update: boolean; ask: boolean }>;

/** A line as the template takes it. */
export type OwedRow = Readonly<{
  ref: string;
  title: string;
  href: string;
  rating: string | null;
  /** By name; `null` where nobody is. */
  party: string | null;
  /** "" where one plan alone is shown. */
  plan: string;
  why: ReadonlyArray<string>;
  dueOn: string;
  late: string;
  said: Readonly<{ text: string; on: string }> | null;
  /** When it was asked for by email; "" where it was not, or whoever looks is not told. */
  asked: string;
  buttons: ReadonlyArray<Link>;
}>;

const lastSaid = (action: ActionAnswer | undefined): OwedRow['said'] => {
  const last = action?.notes.at(-1);
  return last === undefined ? null : { text: last.text, on: ukDate(last.on) };
};

const buttonsOf = ({ plan, ref, party }: OwedLine, may: MayAbout): ReadonlyArray<Link> => [
  ...(may.update
    ? [
        { text: 'Give an update', href: actionFormPath(plan, ref, 'answer') },
        {
          text: 'Nothing has changed',
          href: actionFormPath(plan, ref, 'answer', { news: 'none' }),
        },
      ]
    : []),
  ...(may.ask
    ? [
        {
          text: 'Ask for an update',
          href: actionFormPath(plan, ref, 'ask', party === null ? {} : { of: party.id }),
        },
      ]
    : []),
];

/** How often its update is due; nothing of an action that is not there. */
const monthsFor = (
  plan: PlanAnswer | undefined,
  action: ActionAnswer | undefined,
): number | null =>
  plan === undefined || action === undefined ? null : monthsBetween(plan.plan, action.rating);

/** What of a debt was asked for by email, and not answered. */
export type LookUpAskedOwed = (debt: OwedAnswer) => AskedByEmail | undefined;

/** "Asked on 3 June 2026 and 10 June 2026 by email; not answered"; what was asked more often with how often. */
export const askedInWords = ({ first, last, times }: AskedByEmail): string => {
  const how = 'by email; not answered';
  if (first === last) return `Asked on ${ukDate(first)} ${how}`;
  return times <= 2
    ? `Asked on ${ukDate(first)} and ${ukDate(last)} ${how}`
    : `Asked ${times} times from ${ukDate(first)} to ${ukDate(last)} ${how}`;
};

/** Of what is owed of one action: the earliest that was asked to the latest. */
const askedOf = (debts: OwedLine['debts'], lookUp: LookUpAskedOwed): string => {
  const [one, ...others] = [
    ...new Set(
      debts.flatMap((debt) => {
        const asked = lookUp(debt);
        return asked === undefined ? [] : [askedInWords(asked)];
      }),
    ),
  ];
  return one === undefined ? '' : [one, ...others].join('. ');
};

export type OwedRowsOf = Readonly<{
  plans: ReadonlyMap<string, PlanAnswer>;
  question: Question;
  severalPlans: boolean;
  isToday: boolean;
  mayAbout: (line: OwedLine) => MayAbout;
  /** For whoever keeps the plan, today. */
  asked?: LookUpAskedOwed | undefined;
}>;

/** A line in words; nothing can be done on a past date. */
export const owedRow = ({
  plans,
  question,
  severalPlans,
  isToday,
  mayAbout,
  asked,
}: OwedRowsOf) => {
  const actions = new Map(
    [...plans].map(([id, { actions: all }]) => [
      id,
      new Map(all.map((action) => [action.ref, action])),
    ]),
  );
  return (line: OwedLine): OwedRow => {
    const plan = plans.get(line.plan);
    const action = actions.get(line.plan)?.get(line.ref);
    return {
      ref: line.ref,
      title: line.title,
      href: withDates(actionPath(line.plan, line.ref), question),
      rating: action?.rating ?? null,
      party: line.party?.name ?? null,
      plan: severalPlans ? (plan?.plan.title ?? line.plan) : '',
      why: line.debts.map((debt) => reasonInWords(debt, monthsFor(plan, action))),
      dueOn: ukDate(line.dueOn),
      late: lateness(line.daysOverdue),
      said: lastSaid(action),
      asked: asked === undefined ? '' : askedOf(line.debts, asked),
      buttons: isToday ? buttonsOf(line, mayAbout(line)) : [],
    };
  };
};
