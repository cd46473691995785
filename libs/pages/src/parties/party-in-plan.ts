import type { PartyInFull, Question } from '@trackrecord/application';
import { actionPath } from '../action/action-links.ts';
import { titleParts } from '../action/title-parts.ts';
import { withDates } from '../frame/date-query.ts';
import { reasonInWords } from '../owed/owed-row.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';

type InPlan = PartyInFull['plans'][number];

/** An action of a party's as a line of its page. */
export type PartyAction = Readonly<{
  ref: string;
  title: string;
  href: string;
  rating: string;
  /** "closed"; "" where it is open. */
  status: string;
  /** "leads" or "supports". */
  role: string;
  byWhen: string;
  updated: string;
}>;

/** What a party is to tell: asked for or overdue. */
export type PartyDebt = Readonly<{
  /** "" where the whole plan owes. */
  ref: string;
  title: string;
  href: string;
  why: string;
  due: string;
  late: string;
}>;

/** A party's part in one plan. */
export type PartyPlanView = Readonly<{
  id: string;
  title: string;
  href: string;
  actions: ReadonlyArray<PartyAction>;
  debts: ReadonlyArray<PartyDebt>;
}>;

const actionOf =
  (plan: string, role: string, question: Question) =>
  ({
    ref,
    title,
    rating,
    status,
    timescale,
    lastUpdatedOn,
  }: InPlan['leads'][number]): PartyAction => ({
    ref,
    title: titleParts(title).first,
    href: withDates(actionPath(plan, ref), question),
    rating,
    status: status === 'open' ? '' : status,
    role,
    byWhen: timescale?.asWritten ?? '',
    updated: lastUpdatedOn === null ? 'None yet' : ukDate(lastUpdatedOn),
  });

/** What is asked of it is owed by it, but where others owe it as well nothing else would say so. */
const debtsOf = ({ plan, owes }: InPlan, question: Question): ReadonlyArray<PartyDebt> =>
  owes.map((debt) => ({
    ref: debt.action ?? '',
    title: titleParts(debt.title ?? '').first,
    href: withDates(
      debt.action === null ? `/plans/${encodeURIComponent(plan)}` : actionPath(plan, debt.action),
      question,
    ),
    why: reasonInWords(debt, null),
    due: ukDate(debt.dueOn),
    late: debt.daysOverdue === 0 ? '' : `${count(debt.daysOverdue, 'day')} overdue`,
  }));

/** What a party leads, supports and owes in a plan, as the page shows it. */
export const partyPlanView =
  (question: Question) =>
  (one: InPlan): PartyPlanView => ({
    id: one.plan,
    title: one.title,
    href: withDates(`/plans/${encodeURIComponent(one.plan)}`, question),
    actions: [
      ...one.leads.map(actionOf(one.plan, 'leads', question)),
      ...one.supports.map(actionOf(one.plan, 'supports', question)),
    ],
    debts: debtsOf(one, question),
  });
