import type { OwedAnswer, PlanAnswer, Question } from '@trackrecord/application';
import type { OwedReason } from '@trackrecord/read-models';
import type { FormErrors } from '../forms/form-errors.ts';
import { withDates, withoutDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { nobody } from '../plan/plan-choices.ts';
import { count } from '../words/count.ts';
import { groupOwed } from './owed-groups.ts';
import { type OwedLine, owedOnPage, owedShown, type OwedShown } from './owed-lines.ts';
import {
  isOwedFiltered,
  type OwedGrouping,
  type OwedOrder,
  type OwedParams,
  owedQuery,
  reasonKey,
  type ReasonKey,
  reasonKeys,
  usualOwed,
} from './owed-params.ts';
import { type MayAbout, owedRow, reasonInWords } from './owed-row.ts';

/** All that a page of updates owed shows, and what it was asked. */
export type OwedPageOf = Readonly<{
  /** The plan whose page it is; `null` for all plans that whoever looks may read. */
  plan: Readonly<{ answer: PlanAnswer; may: PlanNavigationOf['may'] }> | null;
  /** Everything that is owed there. */
  debts: ReadonlyArray<OwedAnswer>;
  /** Of those the ones that are asked for. */
  shown: OwedShown;
  /** What the plans say whose lines are shown, by id. */
  plans: ReadonlyMap<string, PlanAnswer>;
  /** The parties of whoever looks: they, and their organisations. */
  own: ReadonlySet<string>;
  params: OwedParams;
  question: Question;
  /** Nothing can be done on a past date. */
  isToday: boolean;
  mayAbout: (line: OwedLine) => MayAbout;
  errors: FormErrors;
}>;

const reasonWords: Readonly<Record<ReasonKey, string>> = {
  asked: 'asked for and not answered',
  overdue: 'overdue',
  'never-rated': 'never rated',
  'period-ended': 'plan’s period ended',
};

const groupWords: Readonly<Record<OwedGrouping, string>> = {
  party: 'Who owes it',
  plan: 'Plan',
  priority: 'Priority',
  none: 'No groups',
};

const orderWords: Readonly<Record<OwedOrder, string>> = {
  late: 'Most overdue first',
  since: 'Longest without news',
  ref: 'Ref',
};

/** The ways to group that a page offers. */
export const owedGroupingsOf = (isOnePlan: boolean): ReadonlyArray<OwedGrouping> =>
  isOnePlan ? ['party', 'priority', 'none'] : ['party', 'plan', 'none'];

const pathOf = ({ plan }: OwedPageOf): string =>
  plan === null ? '/owed' : `/plans/${encodeURIComponent(plan.answer.plan.id)}/owed`;

const hrefOf =
  (of: OwedPageOf) =>
  (params: OwedParams): string => {
    const query = owedQuery(params);
    return withDates(`${pathOf(of)}${query === '' ? '' : `?${query}`}`, of.question);
  };

const linesIn = (of: OwedPageOf, params: OwedParams): number =>
  owedShown(of.debts, { ...usualOwed, ...params }, of.own).lines.length;

const whoseWays = (of: OwedPageOf) => {
  const href = hrefOf(of);
  return [false, true].map((mine) => ({
    text: `${mine ? 'Mine' : 'Everybody’s'} (${linesIn(of, { ...usualOwed, mine })})`,
    href: href({ ...of.params, mine, party: null, page: 1 }),
    current: mine === of.params.mine,
  }));
};

const tallyOf = (of: OwedPageOf) => {
  const href = hrefOf(of);
  const seen = of.debts.filter(({ party }) => !of.params.mine || of.own.has(party?.id ?? ''));
  const reasons: ReadonlyArray<OwedReason> = ['asked', 'overdue', 'never rated', 'period ended'];
  return reasons.flatMap((reason) => {
    const howMany = seen.filter((debt) => debt.reason === reason).length;
    const key = reasonKey[reason];
    const current = of.params.reasons.length === 1 && of.params.reasons[0] === key;
    return howMany === 0
      ? []
      : [
          {
            label: reasonWords[key],
            value: howMany,
            href: href({ ...of.params, reasons: current ? [] : [key], page: 1 }),
            current,
          },
        ];
  });
};

const collator = new Intl.Collator('en', { numeric: true });

const partiesIn = (debts: ReadonlyArray<OwedAnswer>) => [
  ...[
    ...new Map(
      debts.flatMap(({ party }) => (party === null ? [] : [[party.id, party.name] as const])),
    ),
  ]
    .map(([value, text]) => ({ value, text }))
    .toSorted((a, b) => collator.compare(a.text, b.text)),
  ...(debts.some(({ party, action }) => party === null && action !== null)
    ? [{ value: nobody, text: 'Nobody is named' }]
    : []),
];

const filterOf = (of: OwedPageOf) => {
  const { params, debts, errors } = of;
  const parties = partiesIn(debts);
  const clear = { ...usualOwed, mine: params.mine, group: params.group, sort: params.sort };
  const clearHref = hrefOf(of)(clear);
  const isFiltered = params.party !== null || params.reasons.length > 0;
  return {
    action: pathOf(of),
    kept: [
      ...withoutDates(clearHref).kept,
      ...[...new URLSearchParams(withDates('', of.question).slice(1))].map(([name, value]) => ({
        name,
        value,
      })),
    ],
    open: errors.length > 0,
    clearHref: isFiltered ? clearHref : null,
    applied: [
      ...(params.party === null
        ? []
        : [
            `Owed by: ${parties.find(({ value }) => value === params.party)?.text ?? params.party}`,
          ]),
      ...params.reasons.map((reason) => `Why: ${reasonWords[reason]}`),
    ],
    errors,
    parties,
    party: params.party,
    reasons: reasonKeys.map((value) => ({ value, text: reasonWords[value] })),
    checked: params.reasons,
  };
};

const summaryOf = ({ shown: { lines }, isToday }: OwedPageOf): string => {
  if (lines.length === 0) return '';
  const actions = new Set(lines.map(({ plan, ref }) => `${plan} ${ref}`)).size;
  const most = Math.max(...lines.map(({ daysOverdue }) => daysOverdue));
  const late = lines.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const was = isToday ? '' : ' then';
  return `${count(lines.length, 'update')} owed${was}, on ${count(actions, 'action')}${late === 0 ? '' : `; ${late} overdue, by up to ${count(most, 'day')}`}.`;
};

type Empty = Readonly<{ text: string; hint: string; links: ReadonlyArray<Link> }>;

const emptyOf = (of: OwedPageOf): Empty | null => {
  const { shown, params, isToday, plan, question } = of;
  if (shown.lines.length + shown.whole.length > 0) return null;
  const owes = isToday ? 'owes' : 'owed';
  if (params.mine && params.party === null && params.reasons.length === 0)
    return {
      text: isToday ? 'You owe no update' : 'You owed no update then',
      hint: 'Neither you nor an organisation that you belong to is behind with anything.',
      links: [{ text: 'Everybody’s', href: hrefOf(of)({ ...params, mine: false, page: 1 }) }],
    };
  return isOwedFiltered(params)
    ? {
        text: 'No update that is owed matches',
        hint: 'Take something out of the filter.',
        links: [
          {
            text: 'Show all that is owed',
            href: hrefOf(of)({ ...usualOwed, group: params.group, sort: params.sort }),
          },
        ],
      }
    : {
        text: `Nobody ${owes} an update`,
        hint: 'Every open action is rated and has had news in time, and whatever was asked is answered.',
        links: [
          plan === null
            ? { text: 'Plans', href: withDates('/', question) }
            : {
                text: 'The plan',
                href: withDates(`/plans/${encodeURIComponent(plan.answer.plan.id)}`, question),
              },
        ],
      };
};

const pagesOf = (of: OwedPageOf, page: number, pages: number) => ({
  previous: page > 1 ? hrefOf(of)({ ...of.params, page: page - 1 }) : null,
  next: page < pages ? hrefOf(of)({ ...of.params, page: page + 1 }) : null,
  previousLabel: `${page - 1} of ${pages}`,
  nextLabel: `${page + 1} of ${pages}`,
});

const owedModel = (of: OwedPageOf) => {
  const { plan, shown, plans, params, question } = of;
  const href = hrefOf(of);
  const { page, pages, lines } = owedOnPage(shown.lines, params.page);
  const row = owedRow({ ...of, severalPlans: plan === null && params.group !== 'plan' });
  return {
    navigation:
      plan === null
        ? null
        : planNavigation({ plan: plan.answer.plan, current: 'owed', question, may: plan.may }),
    plan: plan === null ? null : plan.answer.plan.title,
    whose: whoseWays(of),
    tally: tallyOf(of),
    filter: filterOf(of),
    summary: summaryOf(of),
    group: owedGroupingsOf(plan !== null).map((group) => ({
      text: groupWords[group],
      href: href({ ...params, group, page: 1 }),
      current: group === params.group,
    })),
    sort: Object.entries(orderWords).map(([, text], place) => {
      const sort = (['late', 'since', 'ref'] as const)[place] ?? 'late';
      return { text, href: href({ ...params, sort, page: 1 }), current: sort === params.sort };
    }),
    whole: shown.whole.map((debt) => ({
      plan: plans.get(debt.plan)?.plan.title ?? debt.plan,
      href: withDates(`/plans/${encodeURIComponent(debt.plan)}`, question),
      words: reasonInWords(debt, null),
    })),
    byParty: params.group === 'party',
    groups: groupOwed(lines, params.group, plans).map(({ lines: some, path, ...group }) => ({
      ...group,
      href: path === null ? null : withDates(path, question),
      rows: some.map(row),
    })),
    pages: pagesOf(of, page, pages),
    empty: emptyOf(of),
  };
};

/** Who owes an update, of one plan or of all: its title for the frame, and its content. */
export const owedPage = (of: OwedPageOf): Readonly<{ title: string; content: string }> => ({
  title: of.plan === null ? 'Updates owed' : `Updates owed – ${of.plan.answer.plan.title}`,
  content: renderTemplate('owed/owed.njk', owedModel(of)),
});
