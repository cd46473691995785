import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importPaper, sampleFile } from './harbour-year.ts';
import { ImportJson, PartiesJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { actionOf } from './kit/reading.ts';
import type { Ran } from './kit/run-in-process.ts';

const march = '2025-03-31';
const withPlan = setUpDesk();
withPlan.setNow(march);
const imported = importPaper(withPlan, 'plan-2025-q1.txt', march);

/** A desk on which the sample's first paper was imported. */
const atDesk = async (): Promise<Desk> => {
  await imported;
  return withPlan.copy();
};

/** How a command line that is refused must end: with this code, in words that hold all of these, on one line. */
const expectRefusal = (ran: Ran, code: number, ...words: ReadonlyArray<string>): void => {
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toMatch(/^trackrecord: [^\n]+\n$/u);
  expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code, stderr: ran.stderr });
  for (const one of words) expect(ran.stderr).toContain(one);
};

describe('a file that is no text of a plan', () => {
  const windows1252 = Buffer.from([0x50, 0x6c, 0x61, 0x6e, 0x20, 0x93, 0x41, 0x94]);
  it.each([
    ['empty.txt', '', ['empty.txt', 'no words', 'plain text in UTF-8']],
    [
      'plan.docx',
      Buffer.from('PK\u0003\u0004 rest'),
      ['plan.docx', 'damaged', 'zip archive', 'Accepted is a file whose parts'],
    ],
    ['zeros.txt', Buffer.from('Action 1\0'), ['zeros.txt', 'zero byte', 'byte 8', 'Accepted']],
    ['old.txt', windows1252, ['old.txt', 'byte 5 is 0x93', 'Windows-1252', 'UTF-8']],
  ])(
    'given %s, when it is imported, then it is refused by name and nothing is there after',
    async (name, content, words) => {
      const desk = setUpDesk();
      const ran = await desk.run('import', desk.file(name, content), '--plan', 'p');
      expectRefusal(ran, 1, ...words);
      expect(existsSync(desk.data)).toBe(false);
    },
  );

  it('given 100 MB of text, when it is imported, then its size is refused before it is read', async () => {
    const desk = setUpDesk();
    const file = desk.file('large.txt', 'Action 1. Begin\n');
    truncateSync(file, 100_000_000);
    expectRefusal(
      await desk.run('import', file, '--plan', 'p'),
      1,
      '100,000,000 bytes',
      '20,971,520',
    );
    expect(existsSync(desk.data)).toBe(false);
  });

  it('given no such file, then that is said', async () => {
    const desk = setUpDesk();
    const ran = await desk.run('import', '/no/such/plan.txt', '--plan', 'p');
    expectRefusal(ran, 3, '/no/such/plan.txt');
    expect(existsSync(desk.data)).toBe(false);
  });

  it('given more than one append holds, then it is refused before anything of the plan is written', async () => {
    const desk = setUpDesk();
    const action = (at: number) =>
      `\tAction ${at}. Open gate number ${at}\n\tRED\n\n\nNotes: ${'Seen. '.repeat(20)}Mary Moss to update\n`;
    const rows = Array.from({ length: 900 }, (_, at) => action(at + 1));
    const file = desk.file('many.txt', `Priority 1: Better parks\n\n${rows.join('')}`);
    expectRefusal(await desk.run('import', file, '--plan', 'p'), 1, '1,024 kB at most');
    expectRefusal(
      await desk.run('import', file, '--plan', 'p', '--dry-run'),
      1,
      '1,024 kB at most',
    );
    expectRefusal(await desk.run('plan', 'p'), 3, '"p"');
    const few = desk.file('few.txt', `Priority 1: Better parks\n\n${rows.slice(0, 3).join('')}`);
    await desk.done('import', few, '--plan', 'p');
    const parties = await desk.json(PartiesJson, 'parties');
    expect(parties.filter(({ name }) => name === 'Mary Moss')).toHaveLength(1);
  });
});

describe('a document with something wrong in it', () => {
  it('given two actions of one number, when it is imported, then both are kept and the second is told', async () => {
    const desk = setUpDesk();
    const text =
      'Priority 1: Better parks\n\n\tAction 5. Open the gates\n\tRED\n\n\nNotes: Soon.\n\tAction 5. Plant trees\n\tGREEN\n\n\nNotes: Done.\n';
    const argv = ['import', desk.file('twice.txt', text), '--plan', 'p', '--effective-on', march];
    const report = await desk.json(ImportJson, ...argv);
    expect(report.accounted.unaccounted).toBe(0);
    expect(report.warnings.filter(({ line }) => line === 8).map(({ message }) => message)).toEqual([
      expect.stringContaining('5'),
    ]);
    const plan = await desk.json(PlanJson, 'plan', 'p', '--as-of', march);
    expect(plan.actions.map(({ title, rating }) => [title, rating])).toEqual([
      ['Open the gates', 'Red'],
      ['Plant trees', 'Green'],
    ]);
    expect((await desk.json(ImportJson, ...argv)).events).toBe(0);
  });

  it('given a rating and a date that are none, then they are kept as written, and told with what is accepted', async () => {
    const desk = setUpDesk();
    const text =
      'Priority 1: Better parks\n\nAction 1. Open the gates\nRAG: Purple\nBy when: 31 February 2026\nNotes: Soon.\n';
    const argv = ['import', desk.file('purple.txt', text), '--plan', 'p', '--effective-on', march];
    const { warnings } = await desk.json(ImportJson, ...argv);
    expect(warnings.map(({ line, message }) => [line, message])).toEqual([
      [4, expect.stringMatching(/"Purple" is no rating.*Accepted are.*Amber/)],
      [5, expect.stringMatching(/"31 February 2026" is a date that does not exist.*Accepted is/)],
    ]);
    const plan = await desk.json(PlanJson, 'plan', 'p', '--as-of', march);
    expect(plan.actions.map(({ rating, timescale }) => [rating, timescale])).toEqual([
      ['Not rated', { asWritten: '31 February 2026' }],
    ]);
  });
});

describe('a command line with something wrong in it', () => {
  it.each([
    [
      'a date that does not exist',
      2,
      ['rate', 'harbour', '5', 'Red', '--effective-on', '2025-02-30'],
      ['--effective-on', '2025-02-30', 'YYYY-MM-DD'],
    ],
    [
      'a date that is none',
      2,
      ['plan', 'harbour', '--as-of', 'yesterday'],
      ['--as-of', 'yesterday', 'YYYY-MM-DD'],
    ],
    [
      'a time that is none',
      2,
      ['plan', 'harbour', '--known-at', 'noon'],
      ['--known-at', 'noon', 'ordinal'],
    ],
    ['an ordinal to come', 2, ['plan', 'harbour', '--known-at', '99999'], ['99999']],
    [
      'a rating that is none',
      1,
      ['rate', 'harbour', '5', 'Puce'],
      ['Puce', 'Red', 'Amber', 'Green'],
    ],
    ['an action that is not there', 3, ['rate', 'harbour', '99', 'Red'], ['99', '1', '31']],
    ['an action that nobody can ask of', 3, ['action', 'harbour', '99'], ['99', '1', '31']],
    ['a plan that is not there', 3, ['plan', 'haven'], ['haven', 'trackrecord plans']],
    [
      'a plan that is not there to be changed',
      3,
      ['rate', 'haven', '5', 'Red'],
      ['haven', 'trackrecord plans'],
    ],
    [
      'a plan before it began',
      3,
      ['plan', 'harbour', '--as-of', '2025-03-30'],
      ['harbour', '2025-03-30'],
    ],
    [
      'a document that was not imported',
      3,
      ['plan', 'harbour', '--as-in', 'q9.txt'],
      ['q9.txt', 'plan-2025-q1.txt'],
    ],
    ['somebody who is not known', 3, ['owed', 'harbour', '--party', 'Nemo'], ['Nemo', 'parties']],
    ['a history of no action', 3, ['history', 'harbour', '99'], ['99']],
    ['an empty note', 2, ['note', 'harbour', '5', '  '], ['note']],
    ['nothing to waive', 1, ['waive', 'harbour', '5'], ['5']],
    ['what is open already', 1, ['reopen', 'harbour', '5'], ['5']],
    [
      'a plan id that is none',
      2,
      ['import', sampleFile('plan-2025-q1.txt'), '--plan', 'Über Plan'],
      ['Über Plan'],
    ],
  ])(
    'given %s, then it is refused with code %d, in words, and nothing is recorded',
    async (_case, code, argv, words) => {
      const desk = await atDesk();
      desk.setNow('2025-05-20');
      // Who asks may be registered all the same: harmless alone, and known from then on.
      const said = async () => ({ ...(await desk.json(PlanJson, 'plan', 'harbour')), ordinal: 0 });
      const before = await said();
      expectRefusal(await desk.run(...argv), code, ...words);
      expect(await said()).toEqual(before);
    },
  );

  it.each([
    ['an unknown command', ['plam', 'harbour'], 'plam'],
    ['an unknown option', ['plan', 'harbour', '--as-at', march], '--as-at'],
    ['a missing argument', ['rate', 'harbour', '5'], 'rating'],
    ['a missing option', ['import', 'x.txt'], '--plan'],
  ])('given %s, then usage is told with code 2', async (_case, argv, word) => {
    const desk = await atDesk();
    const { code, stderr, stdout } = await desk.run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(word);
    expect(stderr).toContain('--help');
  });

  it('given a closed action, when it is rated, then it is refused until it is opened again', async () => {
    const desk = await atDesk();
    desk.setNow('2025-05-20');
    await desk.done('close', 'harbour', '5', '--why', 'Done');
    expectRefusal(await desk.run('rate', 'harbour', '5', 'Red'), 1, '5', 'closed');
    await desk.done('reopen', 'harbour', '5');
    await desk.done('rate', 'harbour', '5', 'Red');
    expect(actionOf(await desk.json(PlanJson, 'plan', 'harbour'), '5').rating).toBe('Red');
  });

  it('given nothing in the data directory, when it is asked, then it is told how to begin, and nothing is made', async () => {
    const desk = setUpDesk();
    expect((await desk.run('plans')).stdout).toContain('import');
    for (const argv of [['plan', 'harbour'], ['owed'], ['history', 'harbour']])
      expectRefusal(await desk.run(...argv), 3, 'import');
    expect(existsSync(desk.data)).toBe(false);
  });

  it('given a file where the data directory should be, then that is told', async () => {
    const desk = setUpDesk();
    const file = desk.file('not-a-directory', 'x');
    const argv = ['import', sampleFile('plan-2025-q1.txt'), '--plan', 'p', '--data', file];
    expectRefusal(await desk.run(...argv), 5, file);
  });

  it('given another file where the log should be, then it is refused by name and left as it is', async () => {
    const desk = await atDesk();
    for (const name of readdirSync(desk.data)) writeFileSync(`${desk.data}/${name}`, 'no log\n');
    expectRefusal(await desk.run('plan', 'harbour'), 5, `${desk.data}/log.db`);
    expectRefusal(await desk.run('rate', 'harbour', '5', 'Red'), 5, `${desk.data}/log.db`);
  });
});
