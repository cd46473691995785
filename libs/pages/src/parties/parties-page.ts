import type { DirectoryAnswer, PartyListed, Question } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { dateQuery, withDates } from '../frame/date-query.ts';
import type { Link } from '../frame/frame.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { actionPath } from '../action/action-links.ts';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { likenessWords } from './likeness-words.ts';
import { isPartiesFiltered, type PartiesParams, partiesQuery } from './parties-params.ts';
import { partiesShown } from './parties-shown.ts';
import { mergePath, partyPath } from './party-links.ts';

/** People and organisations. */
export type PartiesPageOf = Readonly<{
  answer: DirectoryAnswer;
  question: Question;
  params: PartiesParams;
  errors: FormErrors;
  /** Whether whoever looks may merge two (the whole log is theirs to keep), or register somebody; never on a past date. */
  may: Readonly<{ merge: boolean; register: boolean }>;
}>;

/** Actions of one plan; its title where there are several plans to tell apart. */
type Refs = Readonly<{ links: ReadonlyArray<Link>; more: string; plan: string }>;

type Row = Readonly<{
  id: string;
  name: string;
  href: string;
  isPerson: boolean;
  about: string;
  leads: ReadonlyArray<Refs>;
  supports: ReadonlyArray<Refs>;
  askedFor: ReadonlyArray<Refs>;
  owes: Link | null;
}>;

/** How many refs of a plan stand in a cell. */
const shownRefs = 8;

const refsOf = (
  { work }: PartyListed,
  part: 'leads' | 'supports' | 'askedFor',
  { answer, question, params }: PartiesPageOf,
): ReadonlyArray<Refs> => {
  const names = new Map(answer.plans.map(({ id, title }) => [id, title]));
  const isOfOne = params.plan !== null || answer.plans.length < 2;
  return work
    .map(({ plan, [part]: refs }) => ({
      links: refs.slice(0, shownRefs).map((ref) => ({
        text: ref,
        href: withDates(actionPath(plan, ref), question),
      })),
      more: refs.length > shownRefs ? `and ${refs.length - shownRefs} more` : '',
      plan: isOfOne ? '' : (names.get(plan) ?? plan),
    }))
    .filter(({ links }) => links.length > 0);
};

/** Roles by the board on which they are: "Chair and Treasurer, Harbour Board". */
const rolesInWords = (boardRoles: PartyListed['boardRoles']): ReadonlyArray<string> =>
  [...Map.groupBy(boardRoles, ({ board }) => board)].map(
    ([board, some]) =>
      `${listInWords(
        some.map(({ role }) => role),
        'and',
      )}, ${board}`,
  );

const aboutOf = ({ spellings, organisations, boardRoles }: PartyListed): string =>
  [
    ...organisations.map(({ name }) => name),
    ...rolesInWords(boardRoles),
    ...(spellings.length === 0 ? [] : [`also known as ${spellings.join(', ')}`]),
  ].join('; ');

const rowOf =
  (of: PartiesPageOf) =>
  (party: PartyListed): Row => {
    const owed = party.work.reduce((sum, { owes }) => sum + owes.length, 0);
    const asked = new URLSearchParams({ party: party.id }).toString();
    const path =
      of.params.plan === null ? '/owed' : `/plans/${encodeURIComponent(of.params.plan)}/owed`;
    return {
      id: party.id,
      name: party.name,
      href: withDates(partyPath(party.id), of.question),
      isPerson: party.kind === 'person',
      about: aboutOf(party),
      leads: refsOf(party, 'leads', of),
      supports: refsOf(party, 'supports', of),
      askedFor: refsOf(party, 'askedFor', of),
      owes:
        owed === 0
          ? null
          : { text: count(owed, 'update'), href: withDates(`${path}?${asked}`, of.question) },
    };
  };

type Likely = Readonly<{
  names: ReadonlyArray<Link>;
  why: string;
  merge: Link | null;
}>;

/** Two who may be one. Which of them is to remain is said where they are merged. */
const likelyOf = ({ answer, question, may }: PartiesPageOf): ReadonlyArray<Likely> =>
  answer.duplicates.map(({ parties: [a, b], likeness }) => ({
    names: [a, b].map(({ id, name }) => ({ text: name, href: withDates(partyPath(id), question) })),
    why: likenessWords[likeness],
    merge: may.merge ? { text: 'Compare and merge', href: mergePath(a.id, b.id) } : null,
  }));

const filterOf = ({ answer, question, params, errors }: PartiesPageOf) => {
  const { kind, plan, search, owing } = params;
  const applied = [
    ...(search === '' ? [] : [`Name: ${search}`]),
    ...(kind === null ? [] : [kind === 'person' ? 'People' : 'Organisations']),
    ...(plan === null
      ? []
      : [`Plan: ${answer.plans.find(({ id }) => id === plan)?.title ?? plan}`]),
    ...(owing ? ['Who owe an update'] : []),
  ];
  return {
    kept: [...new URLSearchParams(dateQuery(question))].map(([name, value]) => ({ name, value })),
    search,
    kind: kind ?? '',
    plan: plan ?? '',
    owing: owing ? ['yes'] : [],
    plans: answer.plans.map(({ id, title }) => ({ value: id, text: title })),
    applied,
    open: errors.length > 0,
    clearHref: applied.length === 0 ? null : withDates('/parties', question),
  };
};

const summaryOf = (shown: ReadonlyArray<PartyListed>, all: number): string => {
  const people = shown.filter(({ kind }) => kind === 'person').length;
  const others = shown.length - people;
  const words = listInWords(
    [
      ...(people === 0 ? [] : [count(people, 'person', 'people')]),
      ...(others === 0 ? [] : [count(others, 'organisation')]),
    ],
    'and',
  );
  return shown.length === all ? words : `${words} of ${all}`;
};

const emptyOf = ({ answer, question }: PartiesPageOf) =>
  answer.parties.length === 0
    ? {
        text: 'Nobody is known yet',
        hint: 'People and organisations come with the documents that are imported, with accounts, or by hand.',
        links: [],
      }
    : {
        text: 'Nobody fits this filter',
        hint: '',
        links: [{ text: 'Show everybody', href: withDates('/parties', question) }],
      };

/** So many names stand on a page. */
export const partiesOnPage = 100;

const pagerOf = ({ params, question }: PartiesPageOf, howMany: number) => {
  const last = Math.max(1, Math.ceil(howMany / partiesOnPage));
  const current = Math.min(params.page, last);
  const to = (page: number): string => {
    const query = partiesQuery({ ...params, page });
    return withDates(`/parties${query === '' ? '' : `?${query}`}`, question);
  };
  return {
    current,
    label: 'Pages of people and organisations',
    previous: current > 1 ? to(current - 1) : null,
    next: current < last ? to(current + 1) : null,
    previousLabel: `${current - 1} of ${last}`,
    nextLabel: `${current + 1} of ${last}`,
  };
};

/** The page: its title for the frame, and its content. */
export const partiesPage = (of: PartiesPageOf): Readonly<{ title: string; content: string }> => {
  const shown = partiesShown(of.answer, of.params);
  const pager = pagerOf(of, shown.length);
  const start = (pager.current - 1) * partiesOnPage;
  return {
    title: 'People and organisations',
    content: renderTemplate('parties/parties.njk', {
      rows: shown.slice(start, start + partiesOnPage).map(rowOf(of)),
      pager,
      summary: summaryOf(shown, of.answer.parties.length),
      likely: isPartiesFiltered(of.params) || pager.current > 1 ? [] : likelyOf(of),
      filter: filterOf(of),
      register: of.may.register ? '/parties/new' : null,
      empty: shown.length === 0 ? emptyOf(of) : null,
      errors: of.errors,
    }),
  };
};
