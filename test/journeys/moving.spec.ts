import * as t from 'io-ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaper, liveThrough, papers } from './harbour-year.ts';
import { HistoryJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';

const CopyJson = t.type({
  from: t.string,
  to: t.string,
  events: t.number,
  before: t.number,
  streams: t.number,
  seconds: t.number,
  eventsPerSecond: t.union([t.number, t.null]),
});

const CompareJson = t.type({
  equal: t.boolean,
  events: t.type({ events: t.number, streams: t.number, differences: t.UnknownArray }),
  answers: t.union([
    t.null,
    t.type({ plans: t.number, answers: t.number, differences: t.UnknownArray }),
  ]),
});

const logOf = (desk: Desk): string => join(desk.data, 'log.db');

const copy = (desk: Desk, to: string, from = logOf(desk)) =>
  desk.json(CopyJson, 'log', 'copy', '--from', from, '--to', to);

const compare = (desk: Desk, from: string, to: string) =>
  desk.run('log', 'compare', '--from', from, '--to', to);

describe('a year that is moved to another file', () => {
  const desk = setUpDesk();
  const moved = setUpDesk();
  const copies: Array<t.TypeOf<typeof CopyJson>> = [];

  beforeAll(async () => {
    await liveThrough(desk);
    copies.push(await copy(desk, logOf(moved)));
  });

  it('then the copy has every event, and says how many in how many streams', async () => {
    const { events, before, streams, seconds, eventsPerSecond } = copies[0] ?? {};
    const { ordinal } = await desk.json(PlanJson, 'plan', 'harbour');
    expect({ events, before, seconds, eventsPerSecond }).toEqual({
      events: ordinal,
      before: 0,
      // The clock of this desk stands still.
      seconds: 0,
      eventsPerSecond: null,
    });
    expect(streams).toBeGreaterThan(5);
  });

  it('then both are equal, event for event and answer for answer', async () => {
    const { events, answers, equal } = await desk.json(
      CompareJson,
      ...['log', 'compare', '--from', logOf(desk), '--to', logOf(moved)],
    );
    const [copied] = copies;
    expect(equal).toBe(true);
    expect(events).toEqual({
      events: copied?.events,
      streams: copied?.streams,
      differences: [],
    });
    expect(answers).toMatchObject({ plans: 1, differences: [] });
    expect(answers?.answers).toBeGreaterThan(50);
    const inWords = await compare(desk, logOf(desk), moved.data);
    expect(inWords.code).toBe(0);
    expect(inWords.stdout).toMatch(/^Equal: \d+ events in \d+ streams, event for event; /u);
  });

  it('then it answers as the first did: ids, order, both clocks, authors', async () => {
    for (const argv of [
      ['plan', 'harbour', '--as-of', '2025-06-30', '--known-at', '2025-07-01'],
      ['history', 'harbour', '--all'],
      ['owed'],
      ['parties'],
    ]) {
      expect(await moved.done(...argv, '--json')).toBe(await desk.done(...argv, '--json'));
    }
    expect((await moved.run('verify')).code).toBe(0);
  });

  it('when it is copied again, then nothing is written', async () => {
    const [copied] = copies;
    expect(await copy(desk, logOf(moved))).toMatchObject({ events: 0, before: copied?.events });
  });

  it('when the first goes on, then only what is new is copied', async () => {
    const [on, later] = [desk.copy(), moved.copy()];
    await on.done('rate', 'harbour', '13', 'Red', '--by', 'Rhoda Tansley');
    const ran = await compare(on, logOf(on), logOf(later));
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('RatingChanged');
    expect(await copy(on, logOf(later))).toMatchObject({ events: 1 });
    expect((await compare(on, logOf(on), logOf(later))).code).toBe(0);
  });

  it('when the copy goes on, then the first is no beginning of it any more, and nothing is written', async () => {
    const later = moved.copy();
    await later.done('rate', 'harbour', '13', 'Red', '--by', 'Rhoda Tansley');
    const before = await later.json(HistoryJson, 'history', 'harbour');
    const ran = await desk.run('log', 'copy', '--from', logOf(desk), '--to', logOf(later));
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 4, stdout: '' });
    expect(ran.stderr).toContain('RatingChanged');
    expect(await later.json(HistoryJson, 'history', 'harbour')).toEqual(before);
  });
});

describe('two logs that differ', () => {
  it('given another history from some event on, then that is where, with exit code 1', async () => {
    const [one, other] = [setUpDesk(), setUpDesk()];
    const [name = '', on = ''] = papers[0] ?? [];
    for (const desk of [one, other]) await importPaper(desk, name, on);
    const ran = await one.run(
      ...['log', 'compare', '--from', one.data, '--to', other.data, '--json'],
    );
    expect(ran.code).toBe(1);
    // Nobody seeded these desks' ids: they differ from the first event on.
    expect(JSON.parse(ran.stdout)).toMatchObject({
      equal: false,
      events: { differences: [{ ordinal: 1, in: 'event' }, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
      answers: null,
    });
  });
});

describe('a move that cannot be made', () => {
  const desk = setUpDesk();

  beforeAll(async () => {
    const [name = '', on = ''] = papers[0] ?? [];
    await importPaper(desk, name, on);
  });

  it.each<readonly [string, number, (data: string) => readonly [string, string], string]>([
    ['the same log twice', 2, (data) => [data, `${data}/log.db`], 'are the same log'],
    ['a log that is not there', 3, (data) => [`${data}/none.db`, `${data}/x.db`], 'none.db'],
    [
      'a log of no kind that is known',
      2,
      (data) => [data, 'kurrent://admin:changeit@a'],
      '--to: "kurrent:"',
    ],
    ['a connection string without a host', 2, (data) => [data, 'esdb://admin:changeit@'], 'host'],
  ])(
    'given %s, then it ends with %d, and no password is told',
    async (_case, code, logs, named) => {
      const [from, to] = logs(desk.data);
      for (const verb of ['copy', 'compare']) {
        const ran = await desk.run('log', verb, '--from', from, '--to', to);
        expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' });
        expect(ran.stderr).toContain(named);
        expect(ran.stderr).not.toMatch(/changeit/u);
      }
      expect(existsSync(join(desk.data, 'x.db'))).toBe(false);
    },
  );

  it.each([
    [['log', 'copy', '--to', 'x.db'], '--from <log>'],
    [['log', 'compare', '--from', 'x.db'], '--to <log>'],
    [['log', 'delete'], 'delete'],
    [['log'], 'Usage: trackrecord log'],
  ])('given trackrecord %s, then it ends with 2', async (argv, named) => {
    const ran = await desk.run(...argv);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(named);
  });

  it.each([['status'], ['copy'], ['compare']])(
    'given trackrecord log %s --help, then it has an example and fits 100 columns',
    async (name) => {
      const { code, stdout } = await desk.run('log', name, '--help');
      expect(code).toBe(0);
      expect(stdout).toContain(`$ trackrecord log ${name}`);
      expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    },
  );
});

describe('a log of its own name', () => {
  it('given --log, then it is that one, in whatever directory the data is', async () => {
    const desk = setUpDesk();
    const [name = '', on = ''] = papers[0] ?? [];
    const log = join(desk.data, 'elsewhere', 'harbour.db');
    await importPaper(desk, name, on, '--log', log);
    expect(existsSync(logOf(desk))).toBe(false);
    expect(await desk.done('plans', '--log', log)).toContain('harbour');
    expect(existsSync(join(desk.data, 'elsewhere', 'harbour.views.db'))).toBe(true);
    const status: unknown = JSON.parse(await desk.done('log', 'status', '--log', log, '--json'));
    const { ordinal } = await desk.json(PlanJson, 'plan', 'harbour', '--log', log);
    expect(status).toEqual({ engine: 'embedded', log, ordinal });
    expect((await desk.run('plan', 'harbour')).code).toBe(3);
  });
});
