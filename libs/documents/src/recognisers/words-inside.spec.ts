import { describe, expect, it } from 'vitest';
import { introducesBoard } from './board-list.ts';
import { listCrossReferences } from './cross-references.ts';
import { listDataGaps } from './data-gaps.ts';
import { isStrayFootnote } from './footnote.ts';
import { looksLikeTerm, recogniseGlossaryEntry } from './glossary-entry.ts';
import { recogniseNoteLabel } from './note-label.ts';
import { listOlderNumbers } from './older-numbers.ts';
import { recogniseReviewCadence } from './review-cadence.ts';
import { recogniseSaidQuestions } from './said-questions.ts';
import { isSourceLine } from './source-line.ts';

describe('given words in which data are missing', () => {
  it.each([
    ['To cut falls by ***', ['***']],
    ['In May xxx people came', ['xxx']],
    ['To widen access (data needed)', ['(data needed)']],
    ['Training goes on (how many so far?)', ['(how many so far?)']],
    ['** plans were made since 2024 (?) for ** families', ['**', '(?)', '**']],
    ['A **bold** word, a 5 A* - C grade, and a note (which we keep)', []],
    ['*****', []],
  ])('when they are "%s" then the gaps are %j', (words, gaps) => {
    expect(listDataGaps(words)).toEqual(gaps);
  });
});

describe('given a title', () => {
  it.each([
    ['Cut the wait to 1 month and 30. Support early help', ['30']],
    ['Join the scheme. 14. All schools sign up', ['14']],
    ['Open by September 2010. Then review', []],
    ['Reach 80% by Year 6. Then go on', []],
  ])('when it is "%s" then the older numbers inside are %j', (words, numbers) => {
    expect(listOlderNumbers(words)).toEqual(numbers);
  });
});

describe('given words that point elsewhere', () => {
  it.each([
    [
      'Cross Reference Harbour Play Plan. More',
      [['Cross Reference Harbour Play Plan', 'Harbour Play Plan']],
    ],
    ['Part of the review (Priority 2 no.15)', [['Priority 2 no.15', undefined]]],
    [
      'See separate Harbour Strategic Plan',
      [['See separate Harbour Strategic Plan', 'Harbour Strategic Plan']],
    ],
    ['also see Priority 1', [['see Priority 1', 'Priority 1']]],
    [
      '(Appendices 9, 10 and 27)',
      [
        ['Appendices 9, 10 and 27', 'Appendix 9'],
        ['Appendices 9, 10 and 27', 'Appendix 10'],
        ['Appendices 9, 10 and 27', 'Appendix 27'],
      ],
    ],
    ['(see Appendix *)', [['Appendix *', undefined]]],
    ['We see that a plan helps', []],
  ])('when they are "%s" then where to is told', (words, expected) => {
    expect(listCrossReferences(words).map(({ asWritten, to }) => [asWritten, to])).toEqual(
      expected,
    );
  });
});

describe('given other small marks', () => {
  it('when a line is a source, a footnote, a note’s label or a term then it is told', () => {
    expect(
      ['Source: county data', '(source of population estimates: county)', 'Sources of joy'].map(
        isSourceLine,
      ),
    ).toEqual([true, true, false]);
    expect(
      ['2 specific target (Appendix 33)', '2. Specific target', '2026 was good'].map(
        isStrayFootnote,
      ),
    ).toEqual([true, false, false]);
    expect(['Notes: It began.', 'Notes:', 'Notes', 'Notable'].map(recogniseNoteLabel)).toEqual([
      'It began.',
      '',
      '',
      undefined,
    ]);
    expect(
      ['CAMHS', 'KS 1,2,3,4', 'PCSO', 'Key Stage', 'Children’s Trust'].map(looksLikeTerm),
    ).toEqual([true, true, true, false, false]);
    expect(recogniseGlossaryEntry('ABC – Another Better Chance')).toEqual({
      term: 'ABC',
      meaning: 'Another Better Chance',
    });
    expect(recogniseGlossaryEntry('Reception Year (ie 4-5 year olds)')).toBeUndefined();
  });

  it('when a sentence says how often the plan is reviewed then it is read, and of nothing else', () => {
    expect(recogniseReviewCadence('The board reviews performance on a quarterly basis.')).toBe(3);
    expect(recogniseReviewCadence('The plan is reviewed every six months.')).toBe(6);
    expect(recogniseReviewCadence('Sessions are held monthly.')).toBeUndefined();
  });

  it('when a sentence says how many questions there are, or who is on the board, then it is told', () => {
    expect(recogniseSaidQuestions('tracks the seven accountability questions')?.count).toBe(7);
    expect(recogniseSaidQuestions('many questions')).toBeUndefined();
    expect(
      introducesBoard(
        'The Board brings many together. The organisations currently represented are:',
      ),
    ).toBe(true);
    expect(introducesBoard('The board has members from these organisations:')).toBe(true);
    expect(introducesBoard('The members of the Board are:')).toBe(true);
    expect(introducesBoard('The Board agreed as follows:')).toBe(false);
    expect(introducesBoard('The Board’s partners agreed to:')).toBe(false);
  });
});
