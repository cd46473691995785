import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { type Column, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { textWidth } from './text-width.ts';

const terminal = (width: number, isColoured = false): Terminal => ({
  ...quietShell({ width }).terminal,
  colours: pc.createColors(isColoured),
});

const columns: ReadonlyArray<Column> = [
  { heading: 'Ref' },
  { heading: 'Action', fit: 'shorten' },
  { heading: 'Owner', spare: true },
];

const rows = [
  ['7', 'Bring the wait for a first appointment down', 'Nuala Finch'],
  ['14', 'Keep up and widen the play offer', ''],
];

describe('table', () => {
  it('given a terminal with room, then columns under their headings', () => {
    expect(table(terminal(80), columns, rows)).toBe(
      [
        'Ref  Action                                       Owner',
        '7    Bring the wait for a first appointment down  Nuala Finch',
        '14   Keep up and widen the play offer',
      ].join('\n'),
    );
  });

  it('given less room, then words are shortened', () => {
    expect(table(terminal(40), columns, rows)).toBe(
      [
        'Ref  Action                  Owner',
        '7    Bring the wait for a…   Nuala Finch',
        '14   Keep up and widen the…',
      ].join('\n'),
    );
  });

  it('given no room for a column that can be spared, then it stays away', () => {
    expect(table(terminal(24), columns, rows)).toBe(
      ['Ref  Action', '7    Bring the wait for…', '14   Keep up and widen…'].join('\n'),
    );
  });

  it('given no room for any column, then each row stands as lines of its own', () => {
    expect(
      table(
        terminal(14),
        [{ heading: 'Reference' }, { heading: 'Action' }],
        [['7', 'Bring the wait down']],
      ),
    ).toBe('Reference: 7\nAction: Bring the\n        wait down');
  });

  it('given a column with nothing in it, then it stays away', () => {
    expect(table(terminal(80), columns, [['14', 'Keep up', '']])).toBe('Ref  Action\n14   Keep up');
  });

  it('given a heading between rows, then it stands across them', () => {
    expect(
      table(terminal(80), columns, [
        { heading: 'Priority 1', minor: false },
        { heading: '1.1 Play', minor: true },
        ['14', 'Keep up', ''],
      ]),
    ).toBe('Ref  Action\n\nPriority 1\n1.1 Play\n14   Keep up');
  });

  it.each([10, 14, 20, 24, 31, 40, 80, 200])(
    'given %i columns and long words, then no line is wider, stacked ones aside',
    (width) => {
      const long = [['7', 'Llanfairpwllgwyngyllgogerychwyrndrobwll', 'Nuala']];
      const widest = Math.max(
        ...table(terminal(width), columns, long)
          .split('\n')
          .map((line) => textWidth(line)),
      );
      // Stacked lines keep at least twelve columns for words beside their heading.
      expect(widest).toBeLessThanOrEqual(Math.max(width, 12 + 'Action: '.length));
    },
  );

  it('given colours, then they do not move the columns', () => {
    const painted = table(
      terminal(80, true),
      [{ heading: 'Rating', paint: (cell) => `\u001b[31m${cell}\u001b[39m` }, { heading: 'Ref' }],
      [['Red', '7']],
    );
    expect(painted.split('\n')[1]).toBe('\u001b[31mRed\u001b[39m     7');
  });

  it('given escape sequences in a cell, then none comes out', () => {
    expect(table(terminal(80), [{ heading: 'Action' }], [['\u001b[2Jgone']])).toBe(
      'Action\n[2Jgone',
    );
  });
});
