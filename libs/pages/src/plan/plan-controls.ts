import type { FormErrors } from '../forms/form-errors.ts';
import type { Link } from '../frame/frame.ts';
import { enablerValue, nobody, type PlanChoices } from './plan-choices.ts';
import type { PlanLinks } from './plan-links.ts';
import {
  groupings,
  type Grouping,
  isFiltered,
  type PlanParams,
  type SortKey,
  sortKeys,
  usualParams,
} from './plan-params.ts';

const groupWords: Readonly<Record<Grouping, string>> = {
  document: 'Priority',
  rating: 'Rating',
  owner: 'Owner',
  none: 'No groups',
};

const sortWords: Readonly<Record<SortKey, readonly [text: string, up: string, down: string]>> = {
  ref: ['Ref', 'first to last', 'last to first'],
  rating: ['Rating', 'worst first', 'best first'],
  updated: ['Last update', 'oldest first', 'newest first'],
  timescale: ['Timescale', 'earliest first', 'latest first'],
  owner: ['Owner', 'A to Z', 'Z to A'],
};

/** One way to group or sort; `now` says how it is done at present, where it is this way. */
export type Way = Link & Readonly<{ current: boolean; now: string | null }>;

const groupWays = (params: PlanParams, links: PlanLinks): ReadonlyArray<Way> =>
  groupings.map((group) => ({
    text: groupWords[group],
    href: links.shown({ ...params, group }),
    current: group === params.group,
    now: null,
  }));

/** The way that is taken already leads to the other way about. */
const sortWays = (params: PlanParams, links: PlanLinks): ReadonlyArray<Way> =>
  sortKeys.map((by) => {
    const [text, up, down] = sortWords[by];
    const current = by === params.sort.by;
    const ascending = current && params.sort.direction === 'ascending';
    return {
      text,
      href: links.shown({
        ...params,
        sort: { by, direction: ascending ? 'descending' : 'ascending' },
      }),
      current,
      now: current ? (ascending ? up : down) : null,
    };
  });

const columnKeys: ReadonlyArray<readonly [name: string, by: SortKey | null, text: string]> = [
  ['ref', 'ref', 'Ref'],
  ['words', null, 'Action'],
  ['rating', 'rating', 'Rating'],
  ['owners', 'owner', 'Owners'],
  ['timescale', 'timescale', 'Timescale'],
  ['updated', 'updated', 'Last update'],
  ['owed', null, 'Owed'],
];

/** The table's columns; the one that it is sorted by says so. */
const columnsOf = ({ sort }: PlanParams) =>
  columnKeys.map(([name, by, text]) => ({
    name,
    text,
    sort: by === sort.by ? sort.direction : null,
  }));

/** "priority 7a", "enabler A": what a place is called in a chip. */
const placeWords = (value: string): string =>
  value.startsWith(enablerValue(''))
    ? `Enabler ${value.slice(enablerValue('').length)}`
    : `Priority ${value}`;

const appliedWords = (params: PlanParams, { owners }: PlanChoices): ReadonlyArray<string> => [
  ...(params.search === '' ? [] : [`“${params.search}”`]),
  ...params.ratings.map((rating) => `Rating: ${rating}`),
  ...(params.place === null ? [] : [placeWords(params.place)]),
  ...(params.owner === null
    ? []
    : [
        `Owner: ${params.owner === nobody ? 'nobody' : (owners.find(({ value }) => value === params.owner)?.text ?? params.owner)}`,
      ]),
  ...(params.status === null ? [] : [`Status: ${params.status}`]),
  ...(params.owedOnly ? ['Updates owed'] : []),
];

type Kept = Readonly<{ name: string; value: string }>;

/** What the filter form sends without asking: the dates, the order, the groups. */
const keptIn = (href: string): ReadonlyArray<Kept> => {
  const mark = href.indexOf('?');
  return mark < 0
    ? []
    : [...new URLSearchParams(href.slice(mark + 1))].map(([name, value]) => ({ name, value }));
};

/** The filter form, and the ways to group and to sort, as the template takes them. */
export const planControls = (
  params: PlanParams,
  choices: PlanChoices,
  links: PlanLinks,
  refused: Readonly<{ errors: FormErrors; search: string }>,
) => {
  const clear = { ...usualParams, sort: params.sort, group: params.group };
  const clearHref = links.shown(clear);
  return {
    group: groupWays(params, links),
    sort: sortWays(params, links),
    columns: columnsOf(params),
    filter: {
      action: clearHref.split('?')[0] ?? '',
      kept: keptIn(clearHref),
      open: refused.errors.length > 0,
      applied: appliedWords(params, choices),
      clearHref: isFiltered(params) ? clearHref : null,
      errors: refused.errors,
      search: refused.search === '' ? params.search : refused.search,
      ratings: choices.ratings.map((rating) => ({ value: rating, text: rating })),
      checked: params.ratings,
      place: params.place,
      places: choices.places,
      owner: params.owner,
      owners: [...choices.owners, { value: nobody, text: 'Nobody' }],
      status: params.status,
      statuses: [
        { value: 'open', text: 'Open' },
        { value: 'closed', text: 'Closed' },
        { value: 'withdrawn', text: 'Withdrawn' },
      ],
      owed: [{ value: 'yes', text: 'Only what owes an update' }],
      owedChecked: params.owedOnly ? ['yes'] : [],
    },
  };
};
