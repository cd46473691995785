import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks-of.ts';

/** Kind, place and words of each block. */
const read = (source: string) =>
  blocksOf(source).map(({ kind, table, marker, text }) => [
    table === undefined ? kind : `${table.table}.${table.row}.${table.column}`,
    marker === undefined ? text : `${marker}|${text}`,
  ]);

describe('given a text rendering of a document', () => {
  it('when lines have words then each is a paragraph, a list item or a heading', () => {
    expect(read('# Plan\nWords here\n· one\n12. two\n2.3. three\n')).toEqual([
      ['heading', 'Plan'],
      ['paragraph', 'Words here'],
      ['list item', '·|one'],
      ['list item', '12.|two'],
      ['paragraph', '2.3. three'],
    ]);
  });

  it('when lines start with a tab then they are cells, a blank line ends a row and words end the table', () => {
    expect(read('\ta\n\tb\n\n\tc\n\t\n\nwords\n\td\n')).toEqual([
      ['1.1.1', 'a'],
      ['1.1.2', 'b'],
      ['1.2.1', 'c'],
      ['1.2.2', ''],
      ['paragraph', 'words'],
      ['2.1.1', 'd'],
    ]);
  });

  it('when a cell runs on over untabbed lines then they are its paragraphs', () => {
    expect(read('\tTitle:\n\nfirst\n\nsecond\n\tAMBER\n\n\nNotes: words\n\tNext\n\tRED\n')).toEqual(
      [
        ['1.1.1', 'Title:'],
        ['1.1.1', 'first'],
        ['1.1.1', 'second'],
        ['1.1.2', 'AMBER'],
        ['paragraph', 'Notes: words'],
        ['2.1.1', 'Next'],
        ['2.1.2', 'RED'],
      ],
    );
  });

  it('when cells are parted by tabs or bars then a line is a row', () => {
    expect(read('No\tAction\n1\tSing\n\n|a|b|\n|--|--|\n| c | |\n')).toEqual([
      ['1.1.1', 'No'],
      ['1.1.2', 'Action'],
      ['1.2.1', '1'],
      ['1.2.2', 'Sing'],
      ['1.3.1', 'a'],
      ['1.3.2', 'b'],
      ['1.4.1', 'c'],
      ['1.4.2', ''],
    ]);
  });

  it('when a tab only sets off a marker or a value then the line is words', () => {
    expect(read('1.\tSing\n·\tDance\nLead:\tJo Hart\n')).toEqual([
      ['list item', '1.|Sing'],
      ['list item', '·|Dance'],
      ['paragraph', 'Lead: Jo Hart'],
    ]);
  });

  it('when paragraphs were broken at a fixed width then their lines are joined', () => {
    const wrapped = [
      'The partnership has agreed what it will do for all the children',
      'of the town, and what it will ask of others who have a part in',
      'it. Nobody was left out of the talks, which took the whole of a',
      'winter and most of a spring.',
      'Lead: Jo Hart',
      '1. Open the hall on Fridays and on those Saturdays when nothing',
      '   else is on',
    ];
    expect(read(wrapped.join('\n'))).toEqual([
      ['paragraph', wrapped.slice(0, 4).join(' ')],
      ['paragraph', 'Lead: Jo Hart'],
      ['list item', '1.|Open the hall on Fridays and on those Saturdays when nothing else is on'],
    ]);
  });

  it('when put together again then its slices are the text, whatever it holds', () => {
    const line = fc.constantFrom(
      '',
      ' ',
      '\t',
      '\tcell',
      '\tcell\r',
      'words',
      '· item',
      '12. item',
      'a\tb',
      '| a | b |',
      '|--|',
      '\t\tx',
      '# h',
      '\uFEFF',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.boolean(), (lines, ends) => {
        const source = lines.join('\n') + (ends ? '\n' : '');
        const blocks = blocksOf(source);
        // Nothing but white space and rules may be without a block.
        const together = blocks.map(({ raw }) => raw).join('');
        expect(blocks.length === 0 ? source.replace(/[\s|-]/g, '') : together).toBe(
          blocks.length === 0 ? '' : source,
        );
        expect(blocks.map(({ index }) => index)).toEqual(blocks.map((_, at) => at + 1));
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
