import { describe, expect, it } from 'vitest';
import { recogniseEnablerHeading } from './enabler-heading.ts';
import { readsLikeTitle } from './heading-like.ts';
import { recogniseIndicatorCode } from './indicator-code.ts';
import { recogniseOutcomeHeading } from './outcome-heading.ts';
import { recognisePriorityHeading } from './priority-heading.ts';
import { recogniseResultLabel } from './result-label.ts';
import { recogniseSectionHeading } from './section-heading.ts';
import { recogniseTargetLabel } from './target-label.ts';
import { recogniseThemeHeading } from './theme-heading.ts';

describe('given a line that may head a priority', () => {
  it.each([
    ['Priority 1: Safer streets', ['', '1', 'Safer streets', true]],
    ['PRIORITY TWO – Safer streets', ['', '2', 'Safer streets', true]],
    [
      'Bay Town Supporting Priority 7a:  Safer streets',
      ['Bay Town Supporting', '7a', 'Safer streets', true],
    ],
    ['Objective A. Safer streets', ['', 'A', 'Safer streets', true]],
    ['Priority 4', ['', '4', '', true]],
    ['Priority 4 needs work', ['', '4', 'needs work', false]],
  ])('when it is "%s" then name, number and title are told apart', (words, expected) => {
    const found = recognisePriorityHeading(words);
    expect([found?.prefix, found?.ref, found?.title, found?.parted]).toEqual(expected);
  });

  it.each([
    'Five Priorities for Improving',
    'we see Priority 1 as urgent',
    'also see Priority 1',
    'Priorities',
  ])('when it is "%s" then it is none', (words) => {
    expect(recognisePriorityHeading(words)).toBeUndefined();
  });
});

describe('given a line that may head a section', () => {
  it.each([
    ['Targets', 'targets', false],
    ['How are we doing?', 'indicators', false],
    ['How we will do this:', 'actions', false],
    ['Immediate Actions', 'actions', false],
    ['Indicator Baselines: ', 'baselines', false],
    ['Story behind the baseline:', 'story', false],
    ['Data Development Plan', 'data needs', false],
    ['Glossary of Acronyms', 'glossary', true],
    ['8. Monitoring and Evaluation', 'narrative', true],
    ['What are we doing: work that supports this', 'narrative', false],
  ])('when it is "%s" then %s come next', (words, section, endsPriority) => {
    expect(recogniseSectionHeading(words)).toEqual({ section, endsPriority });
  });

  it.each([
    'Targets are hard to meet',
    'Actions: open the hall',
    'Key workers',
    'Result 2(i): Fewer moves',
  ])('when it is "%s" then it heads none', (words) => {
    expect(recogniseSectionHeading(words)).toBeUndefined();
  });
});

describe('given a labelled line', () => {
  it('when it is a theme, an enabler, a result or a target then its ref is told from its words', () => {
    expect(recogniseThemeHeading('2.3  By mending roads:')).toEqual({
      ref: '2.3',
      title: 'By mending roads:',
    });
    expect(recogniseEnablerHeading('Enabler B: - Training: for all')).toEqual({
      ref: 'B',
      title: 'Training: for all',
    });
    expect(recogniseResultLabel('Result 5 (ii):')).toEqual({
      label: 'Result 5 (ii):',
      ref: '5(ii)',
      title: '',
    });
    expect(recogniseResultLabel('1(i) Fewer moves')).toEqual({
      label: '1(i)',
      ref: '1(i)',
      title: 'Fewer moves',
    });
    expect(recogniseTargetLabel('2.4. To mend roads')).toEqual({
      label: '2.4.',
      ref: '2.4',
      text: 'To mend roads',
    });
    expect(recogniseTargetLabel('3.4b To mend roads')).toEqual({
      label: '3.4b',
      ref: '3.4b',
      text: 'To mend roads',
    });
  });

  it.each([
    ['NI 55 Weight in Year R', ['NI 55', 'Weight in Year R']],
    ['NI112', ['NI 112', '']],
    ['CT 2: Feeling sad', ['CT 2', 'Feeling sad']],
    ['KS2 results', [undefined, undefined]],
    ['U18 conception rate', [undefined, undefined]],
    ['NI 5% more', [undefined, undefined]],
  ])('when it may be a coded indicator, "%s", then code and title are %j', (words, expected) => {
    const found = recogniseIndicatorCode(words);
    expect([found?.code, found?.title]).toEqual(expected);
  });
});

describe('given the name of an Every Child Matters outcome', () => {
  it('when it stands alone then it is one, however it is spelt', () => {
    const titleOf = (words: string) => recogniseOutcomeHeading(words)?.title;
    expect(
      [
        'Being Healthy',
        'STAY SAFE',
        'Enjoy & Achieve',
        'Achieving Economic Well-being',
        'Make a positive contribution:',
      ].map(titleOf),
    ).toEqual([
      'Being Healthy',
      'Staying Safe',
      'Enjoying and Achieving',
      'Achieving Economic Wellbeing',
      'Making a Positive Contribution',
    ]);
    expect(titleOf('Being healthy and happy')).toBeUndefined();
  });
});

describe('given a line', () => {
  it.each([
    ['Leadership', true],
    ['Progress on our Priorities', true],
    ['1. Vision', true],
    ['The hall is open.', false],
    ['The hall is open. It is warm', false],
    ['leadership', false],
    ['72', false],
    ['(source: county data)', false],
  ])('when it is "%s" then reading like a title is %s', (words, expected) => {
    expect(readsLikeTitle(words)).toBe(expected);
  });
});
