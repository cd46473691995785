import type { DirectoryAnswer, PartyListed } from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { partiesOnPage, partiesPage, type PartiesPageOf } from './parties-page.ts';
import { everybody, parsePartiesParams, partiesQuery } from './parties-params.ts';

const text = must(Text);
const on = must(LocalDate);

const aParty = (name: string, more: Partial<PartyListed> = {}): PartyListed => ({
  ...{ id: `p-${name.toLowerCase().replaceAll(/\W+/gu, '-')}`, name, kind: 'person' },
  ...{ spellings: [], organisations: [], boardRoles: [], work: [] },
  ...more,
});

const work = (plan: string, more: Partial<PartyListed['work'][number]> = {}) => ({
  ...{ plan, leads: [], supports: [], askedFor: [], owes: [] },
  ...more,
});

const reed = aParty('Mary Reed', {
  spellings: ['M. Read'],
  organisations: [{ id: 'p-trust', name: 'Harbour Trust' }],
  boardRoles: [
    { board: text('Harbour Board'), role: text('Chair') },
    { board: text('Harbour Board'), role: text('Treasurer') },
  ],
  work: [
    work('harbour', { leads: ['7', '2(i).4'], owes: ['7'] }),
    work('vale', { askedFor: ['1'], owes: ['1', ''] }),
  ],
});
const trust = aParty('Harbour Trust', { id: 'p-trust', kind: 'organisation' });

const answer = (more: Partial<DirectoryAnswer> = {}): DirectoryAnswer => ({
  asOf: on('2026-06-30'),
  ordinal: must(Ordinal)(100),
  plans: [
    { id: 'harbour', title: 'Harbour Plan' },
    { id: 'vale', title: 'Vale Plan' },
  ],
  parties: [trust, reed],
  duplicates: [],
  ...more,
});

const shown = (more: Partial<PartiesPageOf> = {}): string =>
  partiesPage({
    answer: answer(),
    question: {},
    params: everybody,
    errors: [],
    may: { merge: false, register: false },
    ...more,
  }).content;

const wordsOf = (html: string): string =>
  html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');

const namesIn = (html: string): ReadonlyArray<string | undefined> =>
  [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)</gu)].map(([, name]) => name);

describe('people and organisations', () => {
  it('given somebody, then who they are, and what they lead, are asked for and owe in which plan', () => {
    const html = shown();
    expect(wordsOf(html)).toContain(
      'Mary Reed person Harbour Trust; Chair and Treasurer, Harbour Board; also known as M. Read Action 7 , Action 2(i).4 Harbour Plan Action 1 Vale Plan 3 updates owed by Mary Reed',
    );
    expect(html).toContain('href="/plans/harbour/actions/2(i).4"');
    expect(html).toContain('href="/owed?party=p-mary-reed"');
    expect(wordsOf(html)).toContain('1 person and 1 organisation');
  });

  it('given one plan, then only who does anything in it, and what they do there', () => {
    const html = shown({ params: { ...everybody, plan: 'vale' } });
    expect(namesIn(html)).toEqual(['Mary Reed']);
    expect(wordsOf(html)).toContain('1 person of 2');
    expect(html).toContain('href="/plans/vale/owed?party=p-mary-reed"');
    expect(html).not.toContain('/plans/harbour/');
  });

  it.each([
    [{ kind: 'organisation' as const }, ['Harbour Trust']],
    [{ kind: 'person' as const }, ['Mary Reed']],
    [{ search: 'm read' }, ['Mary Reed']],
    [{ search: 'TRUST' }, ['Harbour Trust', 'Mary Reed']],
    [{ owing: true }, ['Mary Reed']],
    [{ search: 'nobody' }, []],
  ])('given %j, then %j', (params, names) => {
    expect(namesIn(shown({ params: { ...everybody, ...params } }))).toEqual(names);
  });

  it('given nobody, then that; given a filter that nobody fits, then the way to everybody', () => {
    expect(wordsOf(shown({ answer: answer({ parties: [] }) }))).toContain('Nobody is known yet');
    const html = shown({
      params: { ...everybody, search: 'zz' },
      question: { asOf: on('2026-03-31') },
    });
    expect(wordsOf(html)).toContain('Nobody fits this filter');
    expect(html).toContain('href="/parties?asOf=2026-03-31"');
  });

  it('given two who may be one, then why, and who may merge them is led there', () => {
    const pair = answer({
      duplicates: [
        {
          parties: [
            { id: 'p-1', name: 'D. Okell' },
            { id: 'p-2', name: 'Desmond Okell' },
          ],
          likeness: 'initials',
        },
      ],
    });
    const words = wordsOf(shown({ answer: pair }));
    expect(words).toContain('1 pair of names may be one and the same');
    expect(words).toContain('D. Okell and Desmond Okell an initial for the first name');
    expect(shown({ answer: pair })).not.toContain('/merge');
    expect(shown({ answer: pair, may: { merge: true, register: true } })).toContain(
      'href="/parties/p-1/merge?into=p-2"',
    );
  });

  it('given more than a page of them, then pages', () => {
    const many = answer({
      parties: Array.from({ length: partiesOnPage + 1 }, (_, index) => aParty(`Person ${index}`)),
    });
    expect(namesIn(shown({ answer: many }))).toHaveLength(partiesOnPage);
    expect(shown({ answer: many })).toContain('href="/parties?page=2"');
    const last = shown({ answer: many, params: { ...everybody, page: 9 } });
    expect(namesIn(last)).toEqual([`Person ${partiesOnPage}`]);
  });

  it('given hostile names, then they are words', () => {
    const evil = '"><script>alert(1)</script>';
    const html = shown({ answer: answer({ parties: [aParty(evil, { id: 'p-1' })] }) });
    expect(html).not.toContain('<script>alert');
  });
});

describe('what an address asks of everybody', () => {
  const read = (asked: Readonly<Record<string, string>>) =>
    parsePartiesParams((name) => asked[name], answer().plans);

  it('given all of it, then it is read, and says itself again', () => {
    const asked = { kind: 'person', plan: 'vale', search: 'Reed', owing: 'yes', page: '2' };
    const { params, errors } = read(asked);
    expect([params, errors]).toEqual([
      { kind: 'person', plan: 'vale', search: 'Reed', owing: true, page: 2 },
      [],
    ]);
    expect(partiesQuery(params)).toBe('kind=person&plan=vale&search=Reed&owing=yes&page=2');
    expect(partiesQuery(everybody)).toBe('');
  });

  it.each([
    [{ kind: 'dog' }, 'kind', 'Kind: “dog” is not accepted. Choose people or organisations.'],
    [{ plan: 'moor' }, 'plan', 'Plan: there is no plan “moor” that you may read on this date.'],
    [{ search: 'x'.repeat(201) }, 'search', 'Name: enter at most 200 characters.'],
    [{ page: '0' }, 'page', 'Page: “0” is no page. Enter 1 or more.'],
  ])('given %j, then it is told, and everybody is shown', (asked, field, message) => {
    expect(read(asked)).toEqual({ params: everybody, errors: [{ field, message }] });
  });
});
