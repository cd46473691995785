import type { OwedReason } from '@trackrecord/domain';
import { type FormErrors, noErrors } from '../forms/form-errors.ts';
import { listInWords } from '../words/list-in-words.ts';

/** Why an update is owed, as an address names it. */
export const reasonKeys = [
  'asked',
  'overdue',
  'never-rated',
  'timescale-passed',
  'target-with-a-gap',
  'no-observation',
  'data-missing',
  'period-ended',
] as const;
export type ReasonKey = (typeof reasonKeys)[number];

export const reasonKey: Readonly<Record<OwedReason, ReasonKey>> = {
  asked: 'asked',
  overdue: 'overdue',
  'never rated': 'never-rated',
  'timescale passed': 'timescale-passed',
  'target with a gap': 'target-with-a-gap',
  'no observation': 'no-observation',
  'data missing': 'data-missing',
  'period ended': 'period-ended',
};

export const owedGroupings = ['party', 'plan', 'priority', 'none'] as const;
export type OwedGrouping = (typeof owedGroupings)[number];

export const owedOrders = ['late', 'ref', 'since'] as const;
export type OwedOrder = (typeof owedOrders)[number];

/** Which updates that are owed are shown, and how. Everything that is not asked stands at its usual value. */
export type OwedParams = Readonly<{
  /** Whoever looks, and the organisations that they belong to, alone. */
  mine: boolean;
  /** Any of these; all where none is named. */
  reasons: ReadonlyArray<ReasonKey>;
  /** By this party, by its id; `nobody` where nobody is named. */
  party: string | null;
  group: OwedGrouping;
  sort: OwedOrder;
  /** Which part of a long list, counted from 1. */
  page: number;
}>;

export const usualOwed: OwedParams = {
  mine: false,
  reasons: [],
  party: null,
  group: 'party',
  sort: 'late',
  page: 1,
};

type TypedQuery = (name: string) => ReadonlyArray<string>;

type Read<A> = Readonly<{ value: A; errors: FormErrors }>;

const accepted = <A>(value: A): Read<A> => ({ value, errors: noErrors });

const one = (typed: TypedQuery, name: string): string => typed(name)[0]?.trim() ?? '';

const readOne = <A extends string, B extends A>(
  typed: TypedQuery,
  field: string,
  label: string,
  all: ReadonlyArray<A>,
  usual: B,
): Read<A> => {
  const asked = one(typed, field);
  if (asked === '') return accepted<A>(usual);
  const found = all.find((word) => word === asked);
  return found === undefined
    ? {
        value: usual,
        errors: [
          { field, message: `${label}: “${asked}” is none. It can be ${listInWords(all)}.` },
        ],
      }
    : accepted(found);
};

const readReasons = (typed: TypedQuery): Read<ReadonlyArray<ReasonKey>> => {
  const asked = typed('reason')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return {
    value: reasonKeys.filter((key) => asked.includes(key)),
    errors: asked
      .filter((word) => !reasonKeys.some((key) => key === word))
      .map((word) => ({
        field: 'reason',
        message: `Why: “${word}” is no reason. It can be ${listInWords(reasonKeys)}.`,
      })),
  };
};

const readPage = (typed: TypedQuery): Read<number> => {
  const asked = one(typed, 'page');
  if (asked === '') return accepted(1);
  return /^[1-9]\d{0,5}$/u.test(asked)
    ? accepted(Number(asked))
    : {
        value: 1,
        errors: [{ field: 'page', message: `Page: “${asked}” is no page. Enter a number from 1.` }],
      };
};

/**
 * What an address asks of a page of updates owed. A value that is not accepted is left out, and told by its field.
 * @param groupings those that the page offers
 */
export const parseOwedParams = (
  typed: TypedQuery,
  groupings: ReadonlyArray<OwedGrouping>,
): Readonly<{ params: OwedParams; errors: FormErrors }> => {
  const whose = readOne(typed, 'whose', 'Whose', ['all', 'mine'], 'all');
  const reasons = readReasons(typed);
  const group = readOne(typed, 'group', 'Group', groupings, 'party');
  const sort = readOne(typed, 'sort', 'Sort', owedOrders, 'late');
  const page = readPage(typed);
  const party = one(typed, 'party');
  return {
    params: {
      mine: whose.value === 'mine',
      reasons: reasons.value,
      party: party === '' ? null : party,
      group: group.value,
      sort: sort.value,
      page: page.value,
    },
    errors: [whose, reasons, group, sort, page].flatMap(({ errors }) => errors),
  };
};

/** The part of an address that asks for these; "" for the usual page. */
export const owedQuery = (params: OwedParams): string => {
  const query = new URLSearchParams();
  if (params.mine) query.set('whose', 'mine');
  params.reasons.forEach((reason) => {
    query.append('reason', reason);
  });
  if (params.party !== null) query.set('party', params.party);
  if (params.group !== 'party') query.set('group', params.group);
  if (params.sort !== 'late') query.set('sort', params.sort);
  if (params.page > 1) query.set('page', String(params.page));
  return query.toString();
};

/** Whether some of what is owed may be left out. */
export const isOwedFiltered = ({ mine, reasons, party }: OwedParams): boolean =>
  mine || reasons.length > 0 || party !== null;
