import { describe, expect, it } from 'vitest';
import { readUpdateRequests } from './update-requests.ts';

const asked = (note: string) =>
  readUpdateRequests(note).asked.map(({ parties, words }) => [parties, words]);

describe('given a note', () => {
  it.each([
    ['Two schools agreed. Jo Hart to update', [[['Jo Hart'], 'Jo Hart to update']]],
    [
      'Jo and Bo Finch to update on training.',
      [[['Jo', 'Bo Finch'], 'Jo and Bo Finch to update on training']],
    ],
    ['It began. D. Finch to update', [[['D. Finch'], 'D. Finch to update']]],
    ['Report needed from BOAT', [[['BOAT'], 'Report needed from BOAT']]],
    ['Report needed from Dr. Finch', [[['Dr. Finch'], 'Report needed from Dr. Finch']]],
    ['(Priority 9 no.4) Update from BOAT', [[['BOAT'], 'Update from BOAT']]],
    ['No lead in post – update needed.', [[[], 'update needed']]],
    ['Classes began. Update?', [[[], 'Update?']]],
    ['Further information needed.', [[[], 'Further information needed']]],
    ['Jo Hart to update Cross Reference Play Plan', [[['Jo Hart'], 'Jo Hart to update']]],
    [
      'Jo Hart to update. Report needed from BOAT',
      [
        [['Jo Hart'], 'Jo Hart to update'],
        [['BOAT'], 'Report needed from BOAT'],
      ],
    ],
  ])('when it asks for news, "%s", then of whom and in which words is told', (note, expected) => {
    expect(asked(note)).toEqual(expected);
  });

  it.each([
    'Jo Hart to update the policy',
    'We plan to update every family',
    'An update from BOAT was given in May',
    'Schools to report back on who has done this.',
    'Further work needed on leaflets',
    'The report from Jo Hart was good.',
  ])('when it speaks of work or of news that came, "%s", then nothing is asked', (note) => {
    expect(readUpdateRequests(note)).toEqual({ asked: [], doubtful: [] });
  });

  it('when it is a name and the word alone then that is doubtful', () => {
    expect(readUpdateRequests('Harbour Project update')).toEqual({
      asked: [],
      doubtful: ['Harbour Project update'],
    });
  });
});
