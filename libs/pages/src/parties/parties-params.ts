import type { DirectoryAnswer } from '@trackrecord/application';
import type { FormError, FormErrors } from '../forms/form-errors.ts';

type Kind = DirectoryAnswer['parties'][number]['kind'];

/** Which people and organisations are shown; `null` and "" for all. */
export type PartiesParams = Readonly<{
  kind: Kind | null;
  /** Only who has anything to do in this plan. */
  plan: string | null;
  /** Part of a name, in any spelling. */
  search: string;
  /** Only who owes an update. */
  owing: boolean;
  /** Counts from 1. */
  page: number;
}>;

export const everybody: PartiesParams = {
  kind: null,
  plan: null,
  search: '',
  owing: false,
  page: 1,
};

const kinds: ReadonlyArray<Kind> = ['person', 'organisation'];

const mostOfSearch = 200;

/** Pages count from 1; nobody has ten thousand of them. */
const readPage = (typed: string | undefined): number | undefined =>
  typed === undefined || !/^[1-9]\d{0,3}$/u.test(typed) ? undefined : Number(typed);

const quoted = (typed: string): string => `“${typed.slice(0, 60)}”`;

/** Reads an address; what is not accepted is told, and left out. */
export const parsePartiesParams = (
  one: (name: string) => string | undefined,
  plans: DirectoryAnswer['plans'],
): Readonly<{ params: PartiesParams; errors: FormErrors }> => {
  const [kind, plan, search = ''] = [one('kind'), one('plan'), one('search')];
  const known = kinds.find((each) => each === kind);
  const found = plans.find(({ id }) => id === plan)?.id;
  const errors: ReadonlyArray<FormError> = [
    ...(kind !== undefined && known === undefined
      ? [
          {
            field: 'kind',
            message: `Kind: ${quoted(kind)} is not accepted. Choose people or organisations.`,
          },
        ]
      : []),
    ...(plan !== undefined && found === undefined
      ? [
          {
            field: 'plan',
            message: `Plan: there is no plan ${quoted(plan)} that you may read on this date.`,
          },
        ]
      : []),
    ...(search.length > mostOfSearch
      ? [{ field: 'search', message: `Name: enter at most ${mostOfSearch} characters.` }]
      : []),
    ...(one('page') !== undefined && readPage(one('page')) === undefined
      ? [
          {
            field: 'page',
            message: `Page: ${quoted(one('page') ?? '')} is no page. Enter 1 or more.`,
          },
        ]
      : []),
  ];
  return {
    params: {
      kind: known ?? null,
      plan: found ?? null,
      search: search.length > mostOfSearch ? '' : search,
      owing: one('owing') === 'yes',
      page: readPage(one('page')) ?? 1,
    },
    errors,
  };
};

/** Whether not everybody is asked for. */
export const isPartiesFiltered = (params: PartiesParams): boolean =>
  partiesQuery({ ...params, page: 1 }) !== '';

/** The part of an address that asks for them. */
export const partiesQuery = ({ kind, plan, search, owing, page }: PartiesParams): string => {
  const query = new URLSearchParams();
  if (kind !== null) query.set('kind', kind);
  if (plan !== null) query.set('plan', plan);
  if (search !== '') query.set('search', search);
  if (owing) query.set('owing', 'yes');
  if (page > 1) query.set('page', String(page));
  return query.toString();
};
