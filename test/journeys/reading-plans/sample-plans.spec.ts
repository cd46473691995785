import { countFound, proposePlan, type ProposedPlan, readText } from '@trackrecord/documents';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAccounts } from './check-accounts.ts';

const samples = new URL('../../../apps/cli/samples/harbour-and-vale/', import.meta.url);

/** A sample, read: what it holds was worked out by eye, in the ANSWERS page beside it. */
const read = (name: string) => {
  const bytes = readFileSync(new URL(name, samples));
  const document = readText(name, bytes);
  if (document._tag === 'Left') throw new Error(`not read: ${document.left._tag}`);
  return { bytes, document: document.right, plan: proposePlan(document.right) };
};

const countRatings = ({ actions }: ProposedPlan) =>
  ['Red', 'Amber', 'Amber/Green', 'Green', undefined].map(
    (rating) => actions.filter((action) => action.rating === rating).length,
  );

const fields = ({ actions }: ProposedPlan) =>
  actions.map(({ ref, rating, owners, timescale, notes }) => [
    ref,
    rating,
    owners.map(({ name, role }) => `${role} ${name}`),
    timescale?.asWritten,
    notes.length,
  ]);

describe('given the four versions of the sample plan', () => {
  it.each([
    ['plan-2025-q1.txt', 30, [19], 9, 5, 6, [6, 14, 1, 6, 3]],
    ['plan-2025-q2.txt', 31, [19], 9, 4, 6, [5, 17, 1, 5, 3]],
    ['plan-2025-q3.txt', 30, [17, 19, 31], 4, 4, 2, [7, 15, 0, 7, 1]],
    ['plan-2025-q4.txt', 31, [17, 19, 31], 4, 3, 2, [5, 14, 0, 10, 2]],
  ])(
    'when %s is read then it counts what its answers say',
    (name, actions, missingNumbers, updateRequests, dataNeeds, parties, ratings) => {
      const { bytes, document, plan } = read(name);
      expect(countFound(plan)).toMatchObject({
        priorities: 6,
        themes: 5,
        enablers: 2,
        results: 0,
        actions,
        missingNumbers,
        targets: 8,
        indicators: 14,
        codedIndicators: 11,
        updateRequests,
        doubtfulRequests: 1,
        dataNeeds,
        glossaryTerms: 13,
        parties,
        outcomeLinks: 6,
      });
      expect(countRatings(plan)).toEqual(ratings);
      checkAccounts(bytes, document, plan);
    },
  );

  it('when the first is read then words that ask for news are of those they name', () => {
    const { plan } = read('plan-2025-q1.txt');
    const asked = plan.actions.flatMap(({ ref, requests }) =>
      requests.map(({ parties }) => [ref, parties]),
    );
    expect(asked).toEqual([
      ['8', ['D. Okell']],
      ['9', ['Rhoda', 'Desmond Okell']],
      ['10', []],
      ['12', ['Callum Prewitt']],
      ['14', ['TIDE']],
      ['15', ['TIDE']],
      ['16', []],
      ['23', []],
      ['26', ['I. Farrow']],
    ]);
  });
});

describe('given the sample of Results Based Accountability', () => {
  const { bytes, document, plan } = read('rba-plan.txt');

  it('when read then it counts what its answers say', () => {
    expect(countFound(plan)).toMatchObject({
      priorities: 3,
      results: 6,
      actions: 15,
      dataNeeds: 6,
      stories: 4,
      parties: 5,
    });
    expect(plan.parties.flatMap(({ boardRoles }) => boardRoles)).toHaveLength(7);
    expect(plan.cadenceMonths).toBe(3);
    expect(plan.reviewQuestions).toHaveLength(6);
    const references = [
      ...plan.actions.flatMap((action) => action.crossReferences),
      ...plan.crossReferences,
    ];
    expect(references.filter(({ to }) => to?.startsWith('Appendix ') === true)).toHaveLength(15);
    checkAccounts(bytes, document, plan);
  });

  it('then results have the figures and times of their words', () => {
    const measures = plan.results.map(({ ref, baseline, target, timescale }) => [
      ref,
      baseline,
      target,
      timescale?.latest,
    ]);
    expect(measures).toEqual([
      ['6(i)', undefined, undefined, undefined],
      ['6(ii)', '640', '400', '2026-07-31'],
      ['2(i)', undefined, 'At least 75%', '2026-12-31'],
      ['2(ii)', undefined, 'At least 82%', '2026-12-31'],
      ['2(iii)', undefined, '88%', '2026-12-31'],
      ['3', '18', '9', '2026-07-31'],
    ]);
  });
});

describe('given the samples in other layouts', () => {
  it('when a register with heads of columns is read then each row is an action', () => {
    expect(fields(read('other-layouts/register-with-headers.txt').plan)).toEqual([
      ['F1', 'Green', ['lead Imogen Farrow'], '30/11/2025', 1],
      ['F2', 'Amber', ['lead Vale District Council'], 'by 15 November 2025', 1],
      ['F3', 'Red', ['lead Tobias Wren', 'lead Sea Defence Team'], 'March 2026', 1],
      ['F4', 'Green', ['lead Nuala Finch'], undefined, 1],
      ['F5', 'Complete', ['lead HVVA'], '31 October 2025', 1],
      ['F6', undefined, [], 'Spring 2026', 0],
    ]);
  });

  it('when dotted numbers are read then those of two parts with fields of their own are actions too', () => {
    expect(fields(read('other-layouts/dotted-numbers.txt').plan)).toEqual([
      ['1.1', 'Amber', ['lead Desmond Okell'], '31 March 2026', 1],
      ['1.1.1', 'Green', ['lead Callum Prewitt'], 'December 2025', 0],
      ['1.1.2', 'Red', ['lead Vale District Council'], 'October 2025', 1],
      ['1.2', undefined, ['lead HVVA'], 'by September 2026', 0],
      ['2.1', 'Amber', ['lead Rhoda Tansley', 'support Nuala Finch'], 'Summer 2026', 0],
      ['2.1.1', 'Not started', [], 'May 2026', 0],
    ]);
  });
});
