import { listInWords } from '../words/list-in-words.ts';
import { type FormError, type FormErrors, noErrors } from '../forms/form-errors.ts';
import { nobody, type PlanChoices } from './plan-choices.ts';

export const sortKeys = ['ref', 'rating', 'updated', 'timescale', 'owner'] as const;
export type SortKey = (typeof sortKeys)[number];

export const groupings = ['document', 'rating', 'owner', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const statuses = ['open', 'closed', 'withdrawn'] as const;
export type StatusAsked = (typeof statuses)[number];

/** Which actions of a plan are shown, and in which order. Everything that is not asked stands at its usual value. */
export type PlanParams = Readonly<{
  /** Any of these; all where none is named. */
  ratings: ReadonlyArray<string>;
  /** As in PlanChoices. */
  place: string | null;
  owner: string | null;
  owedOnly: boolean;
  status: StatusAsked | null;
  /** Words that must all be in the title, a note or the ref; "" for no search. */
  search: string;
  sort: Readonly<{ by: SortKey; direction: 'ascending' | 'descending' }>;
  group: Grouping;
}>;

export const usualParams: PlanParams = {
  ratings: [],
  place: null,
  owner: null,
  owedOnly: false,
  status: null,
  search: '',
  sort: { by: 'ref', direction: 'ascending' },
  group: 'document',
};

/** The query of an address: all values of a name, as they were typed. */
export type TypedQuery = (name: string) => ReadonlyArray<string>;

/** Names that the page reads; a form keeps all of them. */
export const planParamNames = [
  'rating',
  'priority',
  'owner',
  'owed',
  'status',
  'search',
  'sort',
  'group',
] as const;

type Read<A> = Readonly<{ value: A; errors: FormErrors }>;

const accepted = <A>(value: A): Read<A> => ({ value, errors: noErrors });
const told = <A>(value: A, field: string, message: string): Read<A> => ({
  value,
  errors: [{ field, message }],
});

const one = (typed: TypedQuery, name: string): string => typed(name)[0]?.trim() ?? '';

const same = (a: string) => (b: string) => a.toLowerCase() === b.toLowerCase();

const readRatings = (typed: TypedQuery, { ratings }: PlanChoices): Read<ReadonlyArray<string>> => {
  const asked = typed('rating')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const unknown = asked.filter((word) => !ratings.some(same(word)));
  return {
    value: ratings.filter((rating) => asked.some(same(rating))),
    errors: unknown.map((word): FormError => ({
      field: 'rating',
      message: `Rating: “${word}” is no rating of this plan. Choose ${listInWords(ratings)}.`,
    })),
  };
};

const readPlace = (typed: TypedQuery, { places }: PlanChoices): Read<string | null> => {
  const asked = one(typed, 'priority');
  if (asked === '') return accepted(null);
  const found = places.find(({ value }) => same(asked)(value));
  return found === undefined
    ? told(
        null,
        'priority',
        places.length === 0
          ? `Priority: “${asked}” is not there. The plan has no priorities on this date.`
          : `Priority: “${asked}” is not there on this date. Choose one from the list.`,
      )
    : accepted(found.value);
};

const readOwner = (typed: TypedQuery, { owners }: PlanChoices): Read<string | null> => {
  const asked = one(typed, 'owner');
  if (asked === '') return accepted(null);
  if (asked === nobody) return accepted(nobody);
  const found = owners.find(({ value, text }) => value === asked || same(asked)(text));
  return found === undefined
    ? told(
        null,
        'owner',
        `Owner: “${asked}” owns no action of this plan on this date. Choose one from the list.`,
      )
    : accepted(found.value);
};

const readOwed = (typed: TypedQuery): Read<boolean> => {
  const asked = one(typed, 'owed');
  if (asked === '' || asked === 'no') return accepted(false);
  return asked === 'yes'
    ? accepted(true)
    : told(false, 'owed', `Updates owed: “${asked}” is not accepted. It can be “yes” or left out.`);
};

const readStatus = (typed: TypedQuery): Read<StatusAsked | null> => {
  const asked = one(typed, 'status');
  if (asked === '') return accepted(null);
  const found = statuses.find(same(asked));
  return found === undefined
    ? told(null, 'status', `Status: “${asked}” is no status. Choose ${listInWords(statuses)}.`)
    : accepted(found);
};

const longestSearch = 200;

const readSearch = (typed: TypedQuery): Read<string> => {
  const asked = one(typed, 'search');
  return asked.length <= longestSearch
    ? accepted(asked)
    : told(
        '',
        'search',
        `Search: these are ${asked.length} characters. Enter ${longestSearch} at most.`,
      );
};

const readSort = (typed: TypedQuery): Read<PlanParams['sort']> => {
  const asked = one(typed, 'sort');
  if (asked === '') return accepted(usualParams.sort);
  const by = sortKeys.find((key) => key === asked.replace(/^-/u, ''));
  return by === undefined
    ? told(
        usualParams.sort,
        'sort',
        `Sort: “${asked}” is no order. It can be ${listInWords(sortKeys)}, and with “-” before it the other way about.`,
      )
    : accepted({ by, direction: asked.startsWith('-') ? 'descending' : 'ascending' });
};

const readGroup = (typed: TypedQuery): Read<Grouping> => {
  const asked = one(typed, 'group');
  if (asked === '') return accepted('document');
  const found = groupings.find((grouping) => grouping === asked);
  return found === undefined
    ? told('document', 'group', `Group: “${asked}” is none. It can be ${listInWords(groupings)}.`)
    : accepted(found);
};

/**
 * What an address asks of a plan's page. A value that is not accepted is left out, and told by its field: what the
 * value was and what it can be.
 */
export const parsePlanParams = (
  typed: TypedQuery,
  choices: PlanChoices,
): Readonly<{ params: PlanParams; errors: FormErrors }> => {
  const ratings = readRatings(typed, choices);
  const place = readPlace(typed, choices);
  const owner = readOwner(typed, choices);
  const owedOnly = readOwed(typed);
  const status = readStatus(typed);
  const search = readSearch(typed);
  const sort = readSort(typed);
  const group = readGroup(typed);
  return {
    params: {
      ratings: ratings.value,
      place: place.value,
      owner: owner.value,
      owedOnly: owedOnly.value,
      status: status.value,
      search: search.value,
      sort: sort.value,
      group: group.value,
    },
    errors: [search, ratings, place, owner, status, owedOnly, sort, group].flatMap(
      ({ errors }) => errors,
    ),
  };
};

/** The part of an address that asks for these actions in this order; "" for the usual page. */
export const planQuery = (params: PlanParams): string => {
  const query = new URLSearchParams();
  params.ratings.forEach((rating) => query.append('rating', rating));
  if (params.place !== null) query.set('priority', params.place);
  if (params.owner !== null) query.set('owner', params.owner);
  if (params.owedOnly) query.set('owed', 'yes');
  if (params.status !== null) query.set('status', params.status);
  if (params.search !== '') query.set('search', params.search);
  const { by, direction } = params.sort;
  if (by !== 'ref' || direction === 'descending')
    query.set('sort', direction === 'descending' ? `-${by}` : by);
  if (params.group !== 'document') query.set('group', params.group);
  return query.toString();
};

/** Whether some actions may be left out. */
export const isFiltered = (params: PlanParams): boolean =>
  planQuery({ ...params, sort: usualParams.sort, group: usualParams.group }) !== '';
