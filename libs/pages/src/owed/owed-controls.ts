import type { OwedAnswer } from '@trackrecord/application';
import type { OwedReason } from '@trackrecord/domain';
import { withDates, withoutDates } from '../frame/date-query.ts';
import { nobody } from '../plan/plan-choices.ts';
import { owedShown } from './owed-lines.ts';
import { owedGroupingsOf, owedHref, type OwedPageOf, owedPath } from './owed-page-of.ts';
import {
  type OwedGrouping,
  type OwedOrder,
  owedOrders,
  type OwedParams,
  reasonKey,
  type ReasonKey,
  reasonKeys,
  usualOwed,
} from './owed-params.ts';

const reasonWords: Readonly<Record<ReasonKey, string>> = {
  asked: 'asked for and not answered',
  overdue: 'overdue',
  'never-rated': 'never rated',
  'timescale-passed': 'to be done by now',
  'target-with-a-gap': 'left open in a target',
  'no-observation': 'without a value for a period',
  'data-missing': 'data past its date',
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

const linesIn = (of: OwedPageOf, params: OwedParams): number =>
  owedShown(of.debts, { ...usualOwed, ...params }, of.own).lines.length;

/** Everybody's, or one's own. */
export const whoseWays = (of: OwedPageOf) => {
  const href = owedHref(of);
  return [false, true].map((mine) => ({
    text: `${mine ? 'Mine' : 'Everybody’s'} (${linesIn(of, { ...usualOwed, mine })})`,
    href: href({ ...of.params, mine, party: null, page: 1 }),
    current: mine === of.params.mine,
  }));
};

/** Everybody's debts, or those that are one's own. */
const debtsSeen = ({ debts, params, own }: OwedPageOf): ReadonlyArray<OwedAnswer> =>
  params.mine ? debts.filter(({ party }) => own.has(party?.id ?? '')) : debts;

/** How many for which reason. A plan's own end is told in words. */
export const owedTally = (of: OwedPageOf) => {
  const href = owedHref(of);
  const seen = debtsSeen(of);
  const reasons: ReadonlyArray<OwedReason> = [
    'asked',
    'overdue',
    'never rated',
    'timescale passed',
    'target with a gap',
    'no observation',
    'data missing',
  ];
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
  ...(debts.some(({ party, about }) => party === null && about !== 'plan')
    ? [{ value: nobody, text: 'Nobody is named' }]
    : []),
];

/** The filter form, as the template takes it. */
export const owedFilter = (of: OwedPageOf) => {
  const { params, errors } = of;
  const parties = partiesIn(debtsSeen(of));
  const clear = { ...usualOwed, mine: params.mine, group: params.group, sort: params.sort };
  const clearHref = owedHref(of)(clear);
  const isFiltered = params.party !== null || params.reasons.length > 0;
  return {
    action: owedPath(of),
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

/** The ways to group. */
export const owedGroupWays = (of: OwedPageOf) =>
  owedGroupingsOf(of.plan !== null).map((group) => ({
    text: groupWords[group],
    href: owedHref(of)({ ...of.params, group, page: 1 }),
    current: group === of.params.group,
  }));

/** The ways to sort. */
export const owedSortWays = (of: OwedPageOf) =>
  owedOrders.map((sort) => ({
    text: orderWords[sort],
    href: owedHref(of)({ ...of.params, sort, page: 1 }),
    current: sort === of.params.sort,
  }));
