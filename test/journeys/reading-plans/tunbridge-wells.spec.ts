import { countFound, proposePlan } from '@trackrecord/documents';
import { describe, expect, it } from 'vitest';
import { checkAccounts } from './check-accounts.ts';
import { lookupReferencePlan } from './reference-plan.ts';

const reference = lookupReferencePlan('tunbridge-wells-cypp-2008-2010.txt');

const numbered = (scope: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${scope}.${String(at + 1)}`);

// Without the reference plans beside the clone there is nothing to read: see test/kit.
describe.skipIf(reference === undefined)('given the Tunbridge Wells plan of 2008 to 2010', () => {
  if (reference === undefined) return;
  const plan = proposePlan(reference.document);
  const result = (ref: string) => plan.results.find((one) => one.ref === ref);

  it('when read then every block is accounted for and the accounted text is the document', () => {
    checkAccounts(reference.bytes, reference.document, plan);
  });

  it('then it counts what is in it', () => {
    expect(countFound(plan)).toMatchObject({
      priorities: 5,
      themes: 0,
      results: 10,
      actions: 41,
      missingNumbers: [],
      dataNeeds: 11,
      stories: 6,
      parties: 8,
      updateRequests: 0,
      glossaryTerms: 0,
    });
  });

  it('then priorities come in its own order, under the outcomes that it says they serve', () => {
    expect(plan.priorities.map(({ ref }) => ref)).toEqual(['1', '4', '2', '5', '3']);
    expect(plan.outcomeLinks.map(({ priority, title, basis }) => [priority, title, basis])).toEqual(
      [
        ['1', 'Being Healthy', 'said'],
        ['4', 'Staying Safe', 'said'],
        ['2', 'Enjoying and Achieving', 'said'],
        ['5', 'Enjoying and Achieving', 'said'],
        ['3', 'Achieving Economic Wellbeing', 'said'],
        ['3', 'Making a Positive Contribution', 'said'],
      ],
    );
    expect(plan.outcomeLinks.every(({ framework }) => framework === 'Every Child Matters')).toBe(
      true,
    );
  });

  it('then each priority has its quoted statement, also where that stands above its heading', () => {
    expect(plan.priorities.map(({ ref, statement }) => [ref, statement?.slice(0, 47)])).toEqual([
      ['1', '“Children and Young People are emotionally heal'],
      ['4', '“Children and Young People are safe and feel sa'],
      ['2', '“Children and Young People are: ready for schoo'],
      ['5', '“Children and Young People are: ready for schoo'],
      ['3', '“Children and Young People: engage in decision '],
    ]);
    const blocks = plan.accounts.flatMap((account) =>
      account.as === 'field' && account.of.kind === 'priority' && account.of.field === 'statement'
        ? [[account.of.ref, account.block]]
        : [],
    );
    expect(new Set(blocks.map(([, block]) => block)).size).toBe(5);
    expect(blocks.map(([ref]) => ref)).toEqual(['1', '4', '2', '5', '3']);
  });

  it('then actions whose numbers restart, and bullets, are known by what they serve', () => {
    expect(plan.actions.map(({ ref }) => ref)).toEqual([
      ...numbered('1', 9),
      ...numbered('4', 2),
      ...numbered('2(i)', 7),
      ...numbered('2(ii)', 11),
      ...numbered('5', 7),
      ...numbered('3', 5),
    ]);
    expect(plan.actions.map(({ label }) => label).slice(-6)).toEqual([
      '7.',
      '·',
      '·',
      '·',
      '·',
      '·',
    ]);
    expect(plan.duplicates).toEqual([]);
    expect(plan.actions.every(({ rating }) => rating === undefined)).toBe(true);
  });

  it('then one list of eleven serves results 2(ii) to 2(iv)', () => {
    const serving = plan.actions.filter(({ ref }) => ref.startsWith('2(ii).'));
    expect(serving.map(({ under }) => under.results)).toEqual(
      Array.from({ length: 11 }, () => ['2(ii)', '2(iii)', '2(iv)']),
    );
  });

  it('then results have the baseline, target and dates that their words give', () => {
    expect(plan.results.map(({ ref, priority }) => [ref, priority])).toEqual([
      ['1(i)', '1'],
      ['1(ii)', '1'],
      ['4', '4'],
      ['2(i)', '2'],
      ['2(ii)', '2'],
      ['2(iii)', '2'],
      ['2(iv)', '2'],
      ['5(i)', '5'],
      ['5(ii)', '5'],
      ['3', '3'],
    ]);
    expect(result('1(ii)')).toMatchObject({
      baseline: '24',
      target: '15',
      timescale: { earliest: '2008-09-01', latest: '2009-07-31' },
    });
    expect(result('2(ii)')).toMatchObject({
      target: 'At least 80%',
      timescale: { asWritten: '2009', earliest: '2009-01-01', latest: '2009-12-31' },
    });
    expect(result('2(iii)')).toMatchObject({ target: '90%', timescale: { asWritten: '2009' } });
    expect(result('3')).toMatchObject({
      baseline: 'zero',
      target: '25+',
      timescale: { earliest: '2008-09-01', latest: '2009-07-31' },
    });
    expect(result('5(i)')?.timescale).toMatchObject({
      earliest: '2008-09-01',
      latest: '2009-08-31',
    });
    expect(
      [result('1(i)'), result('5(ii)')].map((one) => [one?.baseline, one?.target, one?.timescale]),
    ).toEqual([
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    // "Most recent data 2007" says how old the figures are, not by when they are to change.
    expect(result('4')?.timescale).toBeUndefined();
  });

  it('then indicators have their baselines and priorities their stories', () => {
    expect(
      plan.indicators.map(({ under, baseline }) => [under.priority, baseline !== undefined]),
    ).toEqual([
      ['1', true],
      ['4', true],
      ['2', true],
      ['2', false],
      ['5', false],
      ['5', false],
    ]);
    expect(plan.stories.map(({ ref, text }) => [ref, text.split('\n').length])).toEqual([
      ['1', 4],
      ['4', 5],
      ['2(i)', 6],
      ['2(ii)', 14],
      ['5', 4],
      ['3', 3],
    ]);
  });

  it('then each line of a data development plan is a data need', () => {
    const places = plan.dataNeeds.map(({ under }) => under.priority);
    expect(places).toEqual(['1', '1', '4', '4', '4', '2', '2', '5', '5', '3', '3']);
    // Those of priority 2 stand under one list of its results each; the others are of their whole priority.
    expect(plan.dataNeeds.map(({ under }) => under.results?.[0]).filter(Boolean)).toEqual([
      '2(i)',
      '2(ii)',
    ]);
    expect(plan.stories.map(({ under }) => under.results?.[0] ?? under.priority)).toEqual([
      '1',
      '4',
      '2(i)',
      '2(ii)',
      '5',
      '3',
    ]);
  });

  it('then stray footnotes are narrative, and said', () => {
    const warned = plan.warnings
      .filter(({ message }) => message.includes('footnote'))
      .map(({ line }) => line);
    expect(warned).toEqual([330, 577, 579, 581]);
  });

  it('then appendices are cross-references of what names them', () => {
    const of = (ref: string) =>
      plan.actions.find((action) => action.ref === ref)?.crossReferences.map(({ to }) => to);
    expect(of('1.2')).toEqual(['Appendix 3', 'Appendix 4', 'Appendix 5', 'Appendix 28']);
    expect(of('4.2')).toEqual(['Appendix 9', 'Appendix 10']);
    expect(of('5.1')).toEqual([]);
  });

  it('then the board is eight organisations with fifteen roles', () => {
    expect(plan.parties.map(({ kind, boardRoles }) => [kind, boardRoles.length])).toEqual([
      ['organisation', 7],
      ['organisation', 2],
      ['organisation', 1],
      ['organisation', 1],
      ['organisation', 1],
      ['organisation', 1],
      ['organisation', 1],
      ['organisation', 1],
    ]);
  });

  it('then it is reviewed quarterly, by questions said to be seven and printed as six', () => {
    expect(plan.cadenceMonths).toBe(3);
    expect(plan.reviewQuestions.map(({ ref }) => ref)).toEqual(['1', '2', '3', '4', '5', '6']);
    const [warning] = plan.warnings.filter(({ message }) => message.includes('seven'));
    expect([warning?.line, warning?.message]).toEqual([
      680,
      'Says "seven performance accountability questions"; 6 are listed after it.',
    ]);
  });

  it('then its table of contents makes no priorities, and its period is that of its title', () => {
    expect(plan.narratives.filter(({ heading }) => heading === 'CONTENTS')).toHaveLength(2);
    expect(plan.period).toEqual({
      asWritten: '2008/2010',
      earliest: '2008-01-01',
      latest: '2010-12-31',
    });
    expect(plan.actions.find(({ ref }) => ref === '4.1')?.timescale).toEqual({
      asWritten: 'Autumn 2008',
      earliest: '2008-09-01',
      latest: '2008-11-30',
    });
  });
});
