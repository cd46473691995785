import { aPlanAnswer, anActionAnswer, aPriorityAnswer } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChoices } from './plan-choices.ts';
import {
  isFiltered,
  parsePlanParams,
  planParamNames,
  planQuery,
  usualParams,
} from './plan-params.ts';

const asha = { party: 'p-1', name: 'Asha Bell', role: 'lead' };
const ashaAgain = { party: 'p-9', name: 'Asha Bell', role: 'support' };
const tom = { party: 'p-2', name: 'Tom Okafor', role: 'support' };

const plan = aPlanAnswer(
  [
    anActionAnswer('1', { rating: 'Red', owners: [tom, asha] }),
    anActionAnswer('2', { rating: 'At risk', owners: [ashaAgain] }),
  ],
  {
    priorities: [aPriorityAnswer('7a'), aPriorityAnswer('1')],
    enablers: [{ ref: 'A', title: 'One front door' }],
  },
);
const choices = planChoices(plan);

const asked = (query: string) => {
  const typed = new URLSearchParams(query);
  return parsePlanParams((name) => typed.getAll(name), choices);
};

const refusedOf = (query: string) => asked(query).errors;

describe('what a plan may be filtered by', () => {
  it('given a plan, then its ratings worst first, a word of its own among them', () => {
    expect(choices.ratings).toEqual(['Red', 'Amber', 'At risk', 'Green', 'Not rated']);
  });

  it('given a plan, then its priorities in its own order, and its enablers', () => {
    expect(choices.places).toEqual([
      { value: '7a', text: 'Priority 7a: We will do 7a' },
      { value: '1', text: 'Priority 1: We will do 1' },
      { value: 'enabler:A', text: 'Enabler A: One front door' },
    ]);
  });

  it('given two spellings of one name, then one choice, by name', () => {
    expect(choices.owners).toEqual([
      { value: 'p-1', text: 'Asha Bell' },
      { value: 'p-2', text: 'Tom Okafor' },
    ]);
  });
});

describe('what an address asks', () => {
  it('given nothing, then everything as the document has it, by ref', () => {
    expect(asked('')).toEqual({ params: usualParams, errors: [] });
    expect(isFiltered(usualParams)).toBe(false);
  });

  it('given everything, in any case and with blanks, then as it is meant', () => {
    const query =
      'rating=red&rating=AT%20RISK&priority=7A&owner=asha%20bell&owed=yes&status=Open&search=%20help%20&sort=-updated&group=owner';
    expect(asked(query)).toEqual({
      params: {
        ratings: ['Red', 'At risk'],
        place: '7a',
        owner: 'p-1',
        owedOnly: true,
        status: 'open',
        search: 'help',
        sort: { by: 'updated', direction: 'descending' },
        group: 'owner',
      },
      errors: [],
    });
  });

  it('given fields of the form that were left alone, then they ask nothing', () => {
    expect(asked('search=&priority=&owner=&status=&rating=&sort=&group=&owed=')).toEqual(asked(''));
  });

  it.each([
    [
      'rating=Purple',
      'rating',
      'Rating: “Purple” is no rating of this plan. Choose Red, Amber, At risk, Green or Not rated.',
    ],
    [
      'priority=9',
      'priority',
      'Priority: “9” is not there on this date. Choose one from the list.',
    ],
    [
      'owner=p-7',
      'owner',
      'Owner: “p-7” owns no action of this plan on this date. Choose one from the list.',
    ],
    ['status=done', 'status', 'Status: “done” is no status. Choose open, closed or withdrawn.'],
    ['owed=maybe', 'owed', 'Updates owed: “maybe” is not accepted. It can be “yes” or left out.'],
    [
      'sort=size',
      'sort',
      'Sort: “size” is no order. It can be ref, rating, updated, timescale or owner, and with “-” before it the other way about.',
    ],
    ['group=moon', 'group', 'Group: “moon” is none. It can be document, rating, owner or none.'],
    [`search=${'x'.repeat(201)}`, 'search', 'Search: these are 201 characters. Enter 200 at most.'],
  ])('given %s, then it is told and everything else is as usual', (query, field, message) => {
    expect(refusedOf(query)).toEqual([{ field, message }]);
    expect(asked(query).params).toEqual(usualParams);
  });

  it('given a rating that there is and one that there is not, then the first is asked for', () => {
    expect(asked('rating=Purple&rating=Green').params.ratings).toEqual(['Green']);
  });

  it('given any words for any parameter, then there is an answer', () => {
    const query = fc.array(fc.tuple(fc.constantFrom(...planParamNames), fc.string()));
    fc.assert(
      fc.property(query, (pairs) => {
        const typed = new URLSearchParams(pairs);
        const { params } = parsePlanParams((name) => typed.getAll(name), choices);
        expect(asked(planQuery(params))).toEqual({ params, errors: [] });
      }),
    );
  });

  it('given what was accepted, then its address asks the same again', () => {
    const { params } = asked('rating=Red&priority=enabler:A&owner=nobody&owed=yes&sort=-rating');
    expect(planQuery(params)).toBe(
      'rating=Red&priority=enabler%3AA&owner=nobody&owed=yes&sort=-rating',
    );
    expect(isFiltered(params)).toBe(true);
  });

  it('given another order or other groups alone, then nothing is left out', () => {
    expect(isFiltered(asked('sort=rating&group=none').params)).toBe(false);
  });
});
