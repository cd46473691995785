import { describe, expect, it } from 'vitest';
import { fillPlaceholders, placeholdersIn } from './fill-placeholders.ts';
import type { HouseRun } from './house.ts';

const setting = { size: 11, bold: false, ink: '#000000', underlined: false };
const run = (words: string): HouseRun => ({ _tag: 'Words', words, setting });

const words = {
  title: 'Harbour Plan',
  subtitle: '{{title}}',
  period: '',
  organisation: 'TIDE\nand friends',
  plan: 'harbour',
  'as of': '30 June 2026',
  'known at': '1 July 2026',
  ordinal: '812',
  'made on': '1 July 2026',
};

const filled = (...runs: ReadonlyArray<string>) =>
  fillPlaceholders(runs.map(run), words).map((one) => (one._tag === 'Words' ? one.words : one));

describe('placeholders in the runs of a paragraph', () => {
  it.each<readonly [string, ReadonlyArray<string>, ReadonlyArray<string>]>([
    ['one in a run', ['On {{as of}}.'], ['On 30 June 2026.']],
    ['capitals and spaces', ['{{ As  Of }}'], ['30 June 2026']],
    ['one that is cut into runs', ['a {{as', ' of', '}} b'], ['a 30 June 2026', '', ' b']],
    [
      'several, one of them cut',
      ['{{plan}} {{ti', 'tle}} {{ordinal}}'],
      ['harbour Harbour Plan', ' 812'],
    ],
    ['nothing to say', ['({{period}})'], ['()']],
    [
      'words of the plan that look like one',
      ['{{subtitle}} {{title}}'],
      ['{{title}} Harbour Plan'],
    ],
    ['line feeds of the plan', ['{{organisation}}'], ['TIDE and friends']],
    ['braces of something else', ['{{logo}} {{title'], ['{{logo}} {{title']],
  ])('given %s', (_, runs, expected) => {
    expect(filled(...runs)).toEqual(expected);
  });

  it('given a tab between, then it stays where it is', () => {
    const tab: HouseRun = { _tag: 'Tab' };
    expect(fillPlaceholders([run('{{plan}}'), tab, run('{{ordinal}}')], words)).toEqual([
      run('harbour'),
      tab,
      run('812'),
    ]);
  });

  it('given a paragraph, then which it asks for', () => {
    expect(placeholdersIn([run('{{Pa'), run('per}} {{as of}} {{x}}')])).toEqual(['paper', 'as of']);
  });
});
