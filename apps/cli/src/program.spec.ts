import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProgram, runProgram } from './program.ts';
import { samplePath } from './tour/sample.ts';
import { quietShell } from './wiring/quiet-shell.ts';
import { recording } from './wiring/recording.ts';
import type { Shell } from './wiring/shell.ts';
import { systemClock } from './wiring/system-clock.ts';

const made = mkdtempSync(join(tmpdir(), 'trackrecord-cli-'));
const data = join(made, 'data');
const noLog = join(made, 'nothing');

afterAll(() => {
  rmSync(made, { recursive: true });
});

const instant = must(Instant);

const quiet = (directory: string, now: string): Shell =>
  quietShell({
    environment: { TRACKRECORD_DATA: directory, TRACKRECORD_BY: 'Rhoda Tansley' },
    clock: systemClock(instant(now)),
  });

/** Runs a command line on a day in July 2025, in the log that all these specifications share. */
const run = async (
  argv: ReadonlyArray<string>,
  { directory = data, now = '2025-07-01T10:00:00.000Z' } = {},
) => {
  const recorded = recording(quiet(directory, now));
  await runProgram(argv, recorded.shell);
  return { code: recorded.exitCode(), out: recorded.out(), err: recorded.err() };
};

const q1 = [
  'import',
  samplePath('plan-2025-q1.txt'),
  '--plan',
  'harbour',
  '--effective-on',
  '2025-03-31',
];

beforeAll(async () => {
  const { code, err } = await run(q1, { now: '2025-03-31T10:00:00.000Z' });
  if (code !== 0) throw new Error(err);
});

describe('a command that is done ends with 0', () => {
  it.each([
    ['plans'],
    ['plan', 'harbour'],
    ['plan', 'HARBOUR', '--summary'],
    ['action', 'harbour', '14'],
    ['history', 'harbour'],
    ['history', 'harbour', '14', '--field', 'rating'],
    ['owed'],
    ['owed', 'harbour', '--party', 'tide'],
    ['changes', 'harbour', '--from', '2025-03-31', '--to', '2025-06-30'],
    ['parties', 'harbour'],
    ['verify'],
    [...q1, '--dry-run'],
    ['--help'],
    ['--version'],
    ['help', 'rate'],
  ])('given trackrecord %s %s', async (...argv) => {
    expect(await run(argv)).toMatchObject({ code: 0, err: '' });
  });
});

describe('a command that is refused ends with 1', () => {
  const empty = join(made, 'empty.txt');
  writeFileSync(empty, '');

  it('given a rating that the plan does not have, then it is named with those that are accepted', async () => {
    const { code, err } = await run(['rate', 'harbour', '7', 'Purple']);
    expect(code).toBe(1);
    expect(err).toContain('"Purple" is not a rating of this plan; accepted: Red, Amber, Green');
  });

  it('given an empty file, then nothing is imported', async () => {
    const { code, err } = await run(['import', empty, '--plan', 'p'], { directory: noLog });
    expect({ code, kept: existsSync(noLog) }).toEqual({ code: 1, kept: false });
    expect(err).toContain('empty');
  });

  it('given an action that is closed, then it takes no rating', async () => {
    await run(['close', 'harbour', '20', '--why', 'Done']);
    expect(await run(['rate', 'harbour', '20', 'Red'])).toMatchObject({ code: 1, out: '' });
  });
});

describe('a command that is not understood ends with 2', () => {
  it('given no command, then the help stands on standard error', async () => {
    const { code, out, err } = await run([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: trackrecord');
  });

  it('given a command that is misspelt, then the one that was meant is suggested', async () => {
    const { code, err } = await run(['plann', 'harbour']);
    expect(code).toBe(2);
    expect(err).toMatch(/Did you mean.* plan/u);
  });

  it.each([
    [['rate', 'harbour', '7'], "missing required argument 'rating'"],
    [['plan', 'harbour', '--as-off', '2025-06-30'], "unknown option '--as-off'"],
    [['import', 'x.txt'], "required option '--plan <id>'"],
    [['plan', 'harbour', '--as-of', '2025-02-30'], '--as-of: "2025-02-30"'],
    [['plan', 'harbour', '--known-at', 'noon'], '--known-at: "noon"'],
    [['plan', 'harbour', '--known-at', '99999'], '99999 is still to come'],
    [['plan', 'harbour', '--rating', 'Purple'], '"Purple"'],
    [['plan', '../etc'], '"../etc"'],
    [['note', 'harbour', '7', ' '], 'words are needed'],
    [['note', 'harbour', '7', 'x', '--effective-on', '31/03/2025'], '"31/03/2025"'],
    [['assign', 'harbour', '7', 'X', '--role', 'boss'], 'accepted are lead and support'],
    [['cadence', 'harbour', 'often'], '"often"'],
    [['record', 'harbour', 'NI 901', 'many', '--period', '2025'], '"many"'],
    [['retract', 'harbour', 'last'], '"last" is no ordinal'],
    [['move', 'harbour', '7'], 'Say what the action is to stand under'],
    [['move', 'harbour', '7', '--priority', '3', '--theme', '2.2'], 'belongs to priority 2'],
  ])('given trackrecord %s, then %s is named', async (argv, named) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
  });
});

describe('a command about what is not there ends with 3', () => {
  it.each([
    [['plan', 'nowhere'], 'There is no plan "nowhere". "trackrecord plans" lists'],
    [['plan', 'harbour', '--as-of', '2020-01-01'], 'The plan begins on 2025-03-31.'],
    [['plan', 'harbour', '--as-in', 'other.txt'], 'plan-2025-q1.txt'],
    [['action', 'harbour', '19'], '"19"'],
    [['rate', 'harbour', '19', 'Red'], '"19"'],
    [['rate', 'nowhere', '7', 'Red'], 'nowhere'],
    [
      ['rate', 'harbour', '7', 'Red', '--effective-on', '2020-01-01'],
      '--effective-on says another',
    ],
    [['move', 'harbour', '7', '--theme', '9.9'], 'There is no theme "9.9"'],
    [['history', 'harbour', '19'], '"19"'],
    [['owed', '--party', 'Nobody Known'], '"Nobody Known"'],
    [['release', 'harbour', '7', 'Nobody Known'], '"Nobody Known"'],
    [['undo-import', 'harbour', 'other.txt'], '"other.txt"'],
    [['retract', 'harbour', '999'], '999'],
    [['import', 'no-such-file.txt', '--plan', 'p'], 'no-such-file.txt'],
  ])('given trackrecord %s, then %s is named', async (argv, named) => {
    const { code, out, err } = await run(argv);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(named);
  });

  it('given a directory without a log, then no log is made by asking', async () => {
    const { code, err } = await run(['plan', 'harbour'], { directory: noLog });
    expect({ code, kept: existsSync(noLog) }).toEqual({ code: 3, kept: false });
    expect(err).toContain(noLog);
  });
});

describe('a command that others were quicker than ends with 4', () => {
  it('given a rating that changed since its author looked, then what it was changed to is named', async () => {
    const { out } = await run(['plan', 'harbour', '--json']);
    const looked: unknown = JSON.parse(out);
    const ordinal =
      looked !== null && typeof looked === 'object' && 'ordinal' in looked ? looked.ordinal : 0;
    await run(['rate', 'harbour', '8', 'Red']);
    const { code, err } = await run([
      'rate',
      'harbour',
      '8',
      'Green',
      '--based-on',
      String(ordinal),
    ]);
    expect(code).toBe(4);
    expect(err).toContain('Action 8: rating was changed to Red by Rhoda Tansley meanwhile');
  });

  it('given a tour into a directory that has a log, then nothing is written', async () => {
    const before = await run(['history', 'harbour', '--json']);
    expect(await run(['tour', '--data', data])).toMatchObject({ code: 4, out: '' });
    expect(await run(['history', 'harbour', '--json'])).toEqual(before);
  });
});

describe('a command whose log cannot be had ends with 5', () => {
  it('given a log that is none, then it is named and left alone', async () => {
    const broken = mkdtempSync(join(made, 'broken-'));
    writeFileSync(join(broken, 'log.db'), 'this is no log');
    expect(await run(['plans'], { directory: broken })).toMatchObject({ code: 5, out: '' });
  });

  it('given a directory that is a file, then it is named', async () => {
    const file = join(made, 'a-file');
    writeFileSync(file, '');
    const { code, err } = await run(q1, { directory: join(file, 'data') });
    expect(code).toBe(5);
    expect(err).toContain(file);
  });
});

describe('an action that is moved', () => {
  it('given another theme, then it stands under that, and no longer under its own', async () => {
    const moved = await run(['move', 'harbour', '9', '--theme', '2.2', '--why', 'Agreed']);
    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(moved.out).toContain('moved: priority 2, theme 2.1 → priority 2, theme 2.2');
    const { out } = await run(['action', 'harbour', '9', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      under: { priority: '2', theme: '2.2', enabler: null, results: [] },
    });
  });
});

describe('a cadence', () => {
  it('given one for ratings, then theirs is another, not rated too, and 0 is never', async () => {
    const said = await run([
      ...['cadence', 'harbour', '6', '--rating', 'red=1', '--rating', 'Green=0'],
      ...['--rating', 'not rated=2'],
    ]);
    expect(said).toMatchObject({ code: 0, err: '' });
    const { out } = await run(['plan', 'harbour', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      plan: { cadenceMonths: 6, cadenceByRating: { Red: 1, Green: 0, 'Not rated': 2 } },
    });
    const { out: history } = await run(['history', 'harbour']);
    expect(history.replaceAll(/\s+/gu, ' ')).toContain(
      'updates by rating: Red every month, Not rated every 2 months, Green never',
    );
  });

  it.each([
    ['Red', 2, '"Red" is no rating with its months'],
    ['Red=often', 2, '"Red=often" is no rating with its months'],
    ['Purple=2', 1, '"Purple" is not a rating of this plan'],
    ['Red=25', 1, '"25" is not a cadence; accepted: 0 (never) or 1 to 24 whole months.'],
  ])('given --rating %s, then it ends with %d, and says why', async (rating, code, words) => {
    const said = await run(['cadence', 'harbour', '2', '--rating', rating]);
    expect(said).toMatchObject({ code, out: '' });
    expect(said.err).toContain(words);
  });
});

describe('what comes out', () => {
  it('given escape sequences in what people say, then none reaches the terminal', async () => {
    const said = await run(['note', 'harbour', '25', 'Open \u001b]0;owned\u0007\u001b[2Jnow']);
    const asked = await run(['action', 'harbour', '25']);
    expect(said.out + asked.out).toContain('owned');
    expect(Array.from(said.out + asked.out).filter((one) => one !== '\n' && one < ' ')).toEqual([]);
  });

  it('given --json, then it is JSON and nothing else', async () => {
    const { out } = await run(['owed', 'harbour', '--json']);
    expect(Array.isArray(JSON.parse(out))).toBe(true);
  });

  const commandsOf = (program: Command): ReadonlyArray<Command> => program.commands;
  const commands = commandsOf(makeProgram(quiet(data, '2025-07-01T10:00:00.000Z')));

  it.each(commands.map((command) => command.name()).filter((name) => name !== 'help'))(
    'given trackrecord %s --help, then it has an example and fits 80 columns',
    async (name) => {
      const { code, out } = await run([name, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Example:\n  $ trackrecord ${name}`);
      expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );
});
