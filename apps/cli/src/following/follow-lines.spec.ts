import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '../terminal/terminal.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { type Line, lineTeller, stateTeller } from './follow-lines.ts';
import { type NodeState, starting } from './node-state.ts';

const live: NodeState = {
  ...starting,
  state: 'live',
  ordinal: 812,
  views: 812,
  lag: { events: 0, seconds: 0 },
};

const printed = (lines: ReadonlyArray<Line>, asJson = false): ReadonlyArray<string> => {
  const out: string[] = [];
  const terminal: Terminal = { ...quietShell().terminal, out: (text) => out.push(text) };
  lines.forEach(lineTeller(terminal, () => must(Instant)('2026-06-30T09:00:00.000Z'), asJson));
  return out;
};

describe('lines of a node that follows', () => {
  it.each<readonly [string, Line]>([
    ['listening at http://127.0.0.1:3000', { what: 'listening', url: 'http://127.0.0.1:3000' }],
    ['live, at ordinal 812', { what: 'state', ...live }],
    [
      'behind, at ordinal 812, 7 events behind for 3 minutes',
      { what: 'state', ...live, state: 'behind', lag: { events: 7, seconds: 190 } },
    ],
    [
      'behind, at ordinal 0, 7 events behind',
      { what: 'state', ...starting, state: 'behind', lag: { events: 7, seconds: null } },
    ],
    [
      'stopped, at ordinal 812: a [2Jgap',
      { what: 'state', ...live, state: 'stopped', problem: 'a\u001b[2Jgap' },
    ],
    ['ended at ordinal 812', { what: 'ended', ordinal: 812 }],
  ])('given words, then "%s" stands after the time', (words, line) => {
    expect(printed([line])).toEqual([`2026-06-30T09:00:00.000Z ${words}`]);
  });

  it('given JSON, then each is a value on a line', () => {
    const [line = ''] = printed([{ what: 'state', ...live }], true);
    expect(line).not.toContain('\n');
    expect(JSON.parse(line)).toEqual({ at: '2026-06-30T09:00:00.000Z', what: 'state', ...live });
  });
});

describe('what is told of a node', () => {
  const told = (...states: ReadonlyArray<NodeState>): ReadonlyArray<string> => {
    const lines: string[] = [];
    const { look } = stateTeller(quietShell().terminal, (line) =>
      lines.push(line.what === 'state' ? `${line.state} ${line.views}` : line.what),
    );
    states.forEach(look);
    return lines;
  };

  it('given how it stands at first, then that; given the same again, then nothing', () => {
    expect(told(live, live, { ...live, lag: { events: 0, seconds: 0.3 } })).toEqual(['live 812']);
  });

  it('given that it has moved, or has a problem, or has none any more, then that', () => {
    const away: NodeState = { ...live, state: 'away', problem: 'gone' };
    expect(told(live, { ...live, views: 813 }, away, { ...away, problem: 'still' }, live)).toEqual([
      'live 812',
      'live 813',
      'away 812',
      'away 812',
      'live 812',
    ]);
  });

  it('given no terminal and much to catch up with, then lines and no bar', () => {
    const far: NodeState = { ...live, state: 'behind', lag: { events: 50_000, seconds: null } };
    expect(told(far, { ...far, views: 2000 })).toEqual(['behind 812', 'behind 2000']);
  });
});
