import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { eventCodec } from '@trackrecord/domain';
import { openSqliteEventLog } from '@trackrecord/event-log';
import { must } from '../contract/with-log.ts';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { importPaper, sampleFile } from './harbour-year.ts';
import { ImportJson, PartiesJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import type { Ran } from './kit/run-in-process.ts';

const march = '2025-03-31';
const paper = 'plan-2025-q1.txt';
const importing = ['import', sampleFile(paper), '--plan', 'harbour', '--effective-on', march];
const withPlan = setUpDesk();
withPlan.setNow(march);
const imported = importPaper(withPlan, paper, march);

/** A desk on which the sample's first paper was imported. */
const atDesk = async (): Promise<Desk> => {
  await imported;
  return withPlan.copy();
};

const logOf = (desk: Desk): string => join(desk.data, 'log.db');

const expectStorage = (ran: Ran, ...words: ReadonlyArray<string>): void => {
  expect(ran.stderr).toMatch(/^trackrecord: /u);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 5, stdout: '' });
  for (const one of words) expect(ran.stderr).toContain(one);
};

const ratings = async (desk: Desk) =>
  (await desk.json(PlanJson, 'plan', 'harbour', '--as-of', march)).counts.byRating;

const asInThePaper = { Red: 6, Amber: 14, 'Amber/Green': 1, Green: 6, 'Not rated': 3 };

describe('two processes on one log', () => {
  it('given one that may write, when another wants to, then it is told so with code 5, and may ask all the same', async () => {
    const desk = await atDesk();
    const log = await must(
      openSqliteEventLog({ file: logOf(desk), codec: eventCodec, mode: 'write', writer: 'inline' }),
    );
    const [refused, answered] = await Promise.all([
      desk.child(['rate', 'harbour', '5', 'Red']),
      desk.child(['plan', 'harbour', '--json']),
    ]);
    await log.close();
    expectStorage(refused, logOf(desk));
    expect(refused.stderr).toMatch(/process \d+ is writing/u);
    expect([answered.code, answered.stderr]).toEqual([0, '']);
    expect((await desk.child(['rate', 'harbour', '5', 'Red'])).code).toBe(0);
  });
});

/** Root may write anywhere: it asks somebody else to try. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {};

const readOnly = (directory: string): void => {
  readdirSync(directory).forEach((name) => {
    chmodSync(join(directory, name), 0o444);
  });
  chmodSync(directory, 0o555);
  chmodSync(join(directory, '..'), 0o755);
};

describe('a directory that may only be read', () => {
  it('given nothing in it, when a plan is imported, then that is refused by name, and nothing is there after', async () => {
    const desk = setUpDesk();
    mkdirSync(desk.data);
    readOnly(desk.data);
    expectStorage(await desk.child(importing, nobody), desk.data);
    expect(readdirSync(desk.data)).toEqual([]);
  });

  it('given a log in it, when it is asked, then it answers, and when it is changed, then that is refused', async () => {
    const desk = await atDesk();
    readOnly(desk.data);
    const [asked, changed] = await Promise.all([
      desk.child(['plan', 'harbour', '--as-of', march, '--json'], nobody),
      desk.child(['rate', 'harbour', '5', 'Red'], nobody),
    ]);
    expect([asked.code, asked.stderr]).toEqual([0, '']);
    expect(JSON.parse(asked.stdout)).toMatchObject({ counts: { byRating: asInThePaper } });
    expectStorage(changed, desk.data);
  });
});

const mayMount = E.isRight(
  E.tryCatch(
    () =>
      execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' }),
    () => undefined,
  ),
);
if (!mayMount)
  console.log('hard-times.spec.ts: no right to mount a small disk; that test is skipped');

describe('a disk that is full', () => {
  it.runIf(mayMount)(
    'given a small disk, when a plan does not fit, then that is told, nothing of the plan is there, and with more room it is imported',
    async () => {
      const desk = setUpDesk();
      mkdirSync(desk.data);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', desk.data]);
      try {
        expectStorage(await desk.child(importing), 'full', desk.data);
        execFileSync('mount', ['-o', 'remount,size=20m', desk.data]);
        expect((await desk.run('plan', 'harbour')).code).toBe(3);
        expect((await desk.child(importing)).code).toBe(0);
        expect(await ratings(desk)).toMatchObject(asInThePaper);
        expect((await desk.run('verify')).code).toBe(0);
      } finally {
        execFileSync('umount', [desk.data]);
      }
    },
  );
});

/** Puts the views away, so that the log itself is read. */
const withoutViews = (desk: Desk): void => {
  readdirSync(desk.data)
    .filter((name) => name.startsWith('views.db'))
    .forEach((name) => {
      rmSync(join(desk.data, name));
    });
};

describe('a log that was damaged', () => {
  it('given one bit that flipped, when the log is read, then its place is named, and it is not served', async () => {
    const desk = await atDesk();
    const bytes = readFileSync(logOf(desk));
    const at = bytes.indexOf('three Children');
    expect(at).toBeGreaterThan(0);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(logOf(desk), bytes);
    const verified = await desk.run('verify');
    expect(verified.code).toBe(5);
    expect(verified.stdout + verified.stderr).toMatch(/position|event|ordinal/iu);
    withoutViews(desk);
    expectStorage(await desk.run('plan', 'harbour', '--as-of', march), 'damaged');
    expectStorage(await desk.run('rate', 'harbour', '5', 'Red'), 'damaged');
  });

  it('given a file that was cut off, when the log is opened, then that is told, and it is left as it is', async () => {
    const desk = await atDesk();
    const size = readFileSync(logOf(desk)).length;
    truncateSync(logOf(desk), Math.floor(size / 2));
    withoutViews(desk);
    for (const argv of [
      ['verify'],
      ['plan', 'harbour', '--as-of', march],
      ['rate', 'harbour', '5', 'Red'],
    ]) {
      const ran = await desk.run(...argv);
      expect({ argv, code: ran.code }).toEqual({ argv, code: 5 });
      expect(ran.stdout + ran.stderr).toContain(logOf(desk));
    }
    expect(readFileSync(logOf(desk)).length).toBe(Math.floor(size / 2));
  });

  it('given views that were damaged or are gone, when it is asked, then they are made again', async () => {
    const desk = await atDesk();
    withoutViews(desk);
    expect(await ratings(desk)).toMatchObject(asInThePaper);
    writeFileSync(join(desk.data, 'views.db'), 'no views\n');
    expect(await ratings(desk)).toMatchObject(asInThePaper);
    await desk.done('rebuild');
    expect(await ratings(desk)).toMatchObject(asInThePaper);
  });
});

/** How much SQLite has put aside for a log: it grows with every append until the writer closes. */
const written_bytes = (desk: Desk): number =>
  statSync(`${logOf(desk)}-wal`, { throwIfNoEntry: false })?.size ?? 0;

describe('an import that is killed', () => {
  // Wherever the signal strikes: as the log is made, among the parties, before or after the plan.
  it.each([0, 30_000, 90_000, 150_000, 250_000])(
    'given kill -9 once the log has taken %d bytes, when it is tried again, then all of the plan is there, once',
    async (bytes) => {
      const desk = setUpDesk();
      const child = desk.start(importing);
      const state = { ended: false };
      void child.ended.then(() => {
        state.ended = true;
      });
      while (!state.ended && !(existsSync(logOf(desk)) && written_bytes(desk) >= bytes))
        await new Promise((resolve) => setImmediate(resolve));
      child.kill('SIGKILL');
      await child.ended;
      const before = await desk.run('plan', 'harbour', '--as-of', march, '--json');
      // 5 where not even the log was made.
      expect([0, 3, 5]).toContain(before.code);
      const report = await desk.json(ImportJson, ...importing);
      // All or none: either the plan was there whole, or it was not there.
      expect(report.events === 0).toBe(before.code === 0);
      expect(await ratings(desk)).toMatchObject(asInThePaper);
      const parties = await desk.json(PartiesJson, 'parties');
      const names = parties.map(({ name }) => name);
      expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
      expect(names).toContain('TIDE');
      expect((await desk.run('verify')).code).toBe(0);
    },
  );
});

describe('a pipe', () => {
  it('given a reader that has seen enough, then nothing is complained of', async () => {
    const desk = await atDesk();
    const ran = await desk.child(['plan', 'harbour', '--as-of', march], {
      shell: '"$@" | head -n 1; exit',
    });
    expect(ran.stderr).toBe('');
    expect(ran.stdout.split('\n')).toHaveLength(2);
  });

  it('given no terminal, then neither colour nor a bar stands in what is printed', async () => {
    const desk = await atDesk();
    const ran = await desk.child(['plan', 'harbour', '--as-of', march]);
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe('');
    expect(ran.stdout).not.toContain('\u001b');
  });
});
