import { type ListedCommand, listCommands } from '@trackrecord/cli';
import * as t from 'io-ts';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '@trackrecord/test-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LogChild, nextLine, startChild } from '../faults/log-child.ts';
import { importPaper, papers, sampleFile } from './harbour-year.ts';
import { ChangedJson, HistoryJson, PartiesJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import type { Ran } from './kit/run-in-process.ts';
import { seededIds } from './kit/seeded-ids.ts';

const [[first, march], [second, june]] = [papers[0] ?? ['', ''], papers[1] ?? ['', '']];
const now = '2025-07-01';

const logOf = (desk: Desk): string => join(desk.data, 'log.db');

/** A process that holds a desk’s log as a server does. */
const serve = async (desk: Desk): Promise<LogChild> => {
  mkdirSync(desk.data, { recursive: true });
  const script = '../journeys/kit/serving-child.ts';
  const server = startChild(script, [logOf(desk), join(desk.data, 'views.db')]);
  expect(await nextLine(server)).toBe('serving');
  return server;
};

const told = (server: LogChild, line: string): Promise<string> => {
  server.tell(line);
  return nextLine(server);
};

const planOf = async (server: LogChild): Promise<PlanJson> =>
  must(PlanJson)(JSON.parse(await told(server, `plan harbour ${now}T10:00:00.000Z`)));

/** What was printed, without where that was. */
const anywhere = (desk: Desk, { code, stdout, stderr }: Ran): Ran => ({
  code,
  stdout: stdout.replaceAll(desk.data, 'DATA'),
  stderr: stderr.replaceAll(desk.data, 'DATA'),
});

/** The words by which a command is told from all others. */
const nameOf = ({ usage }: ListedCommand): string => usage.replace(/ [<[].*$/u, '');

/** These are the server themselves, or need a directory without a log. */
const noneBeside = ['serve', 'tour'];

/** Accounts have passwords, which are not in the log. */
const isOfAccounts = (name: string): boolean => name.startsWith('account ');

describe('every command, beside a server and without one', () => {
  const ids = () => seededIds('beside a server');
  const [alone, beside] = [setUpDesk({ ids: ids() }), setUpDesk({ ids: ids() })];
  const servers: LogChild[] = [];
  const tried = new Set<string>();

  const server = (): LogChild => {
    const [one] = servers;
    if (one === undefined) throw new Error('there is no server');
    return one;
  };

  beforeAll(async () => {
    servers.push(await serve(beside));
    for (const desk of [alone, beside]) desk.setNow(now);
  });

  afterAll(() => {
    servers.forEach(({ kill }) => {
      kill();
    });
  });

  /** Runs a command line on both desks, which must end alike. */
  const both = async (code: number, ...argv: ReadonlyArray<string>): Promise<Ran> => {
    tried.add([argv.slice(0, 1), argv.slice(0, 2)].map((words) => words.join(' ')).join('\n'));
    const [one, other] = [await alone.run(...argv), await beside.run(...argv)];
    expect({ argv, ...anywhere(beside, other) }).toEqual({ argv, ...anywhere(alone, one) });
    expect({ argv, code: one.code, stderr: code === 0 ? one.stderr : '' }).toEqual({
      argv,
      code,
      stderr: '',
    });
    return other;
  };

  /** And as scripts have it: the same JSON. */
  const json = async (...argv: ReadonlyArray<string>): Promise<unknown> =>
    JSON.parse((await both(0, ...argv, '--json')).stdout);

  const importing = (name: string, on: string): ReadonlyArray<string> => [
    ...['import', sampleFile(name), '--plan', 'harbour', '--effective-on', on],
  ];

  it('given nothing yet, when it is asked, then there is nothing, and a plan is imported', async () => {
    // Without a server there is no log yet; with one it is empty.
    await both(0, ...importing(first, march), '--dry-run', '--json');
    expect(await json(...importing(first, march))).toMatchObject({ plan: 'harbour' });
    expect(await json(...importing(first, march))).toMatchObject({ events: 0 });
    await json('plans');
  });

  it.each([
    ['rate', 'harbour', '5', 'Red', '--on-word-of', 'Nuala Finch', '--why', 'No site yet'],
    ['note', 'harbour', '5', 'Two sites were seen.'],
    ['assign', 'harbour', '7', 'A New Person', '--role', 'lead'],
    ['release', 'harbour', '7', 'A New Person'],
    ['ask', 'harbour', '24', '--of', 'Nuala Finch', '--due', '2025-08-20'],
    ['answer', 'harbour', '24', 'All signed', '--rating', 'Green'],
    ['ask', 'harbour', '8'],
    ['waive', 'harbour', '8', '--why', 'Asked by mistake'],
    ['no-change', 'harbour', '9'],
    ['timescale', 'harbour', '10', 'by September 2026'],
    ['reword', 'harbour', '11', 'Open ten playgrounds'],
    ['move', 'harbour', '11', '--priority', '2'],
    ['close', 'harbour', '12', '--why', 'Done'],
    ['reopen', 'harbour', '12'],
    ['withdraw', 'harbour', '12'],
    ['record', 'harbour', 'NI 901', '41.5', '--period', '2025/26'],
    ['review', 'harbour'],
    ['cadence', 'harbour', '3'],
    ['contact', 'Nuala Finch', 'n.finch@vale.example'],
    ['policy', 'set', 'harbour', '--manager-is', 'Nuala Finch'],
    ['scale', 'harbour', 'Red', 'Amber', 'Amber/Green', 'Green', 'Complete'],
    ['merge', 'A New Person', 'Nuala Finch'],
    importing(second, june),
    ['undo-import', 'harbour', second, '--why', 'A draft'],
  ])('when trackrecord %s is run, then both record the same', async (...argv) => {
    await json(...argv);
  });

  it('when an event is taken back, then both take back the same', async () => {
    const history = must(HistoryJson)(await json('history', 'harbour', '5'));
    const rated = history.find(({ to, by }) => to === 'Red' && by === 'Ada Clerk');
    await json('retract', 'harbour', String(rated?.ordinal), '--why', 'Meant action 6');
  });

  it.each<readonly [code: number, argv: ReadonlyArray<string>]>([
    [1, ['rate', 'harbour', '5', 'Puce']],
    [2, ['note', 'harbour', '5', ' ']],
    [3, ['rate', 'harbour', '99', 'Red']],
    [3, ['rate', 'haven', '5', 'Red']],
    [4, ['rate', 'harbour', '9', 'Green', '--based-on', '1']],
    [1, ['reopen', 'harbour', '5']],
  ])(
    'given what ends with %d, trackrecord %s, then so do both, in the same words',
    async (code, argv) => {
      await both(code, ...argv);
    },
  );

  it('when it is asked, then both answer the same, on any date and as known at any time', async () => {
    for (const when of [[], ['--as-of', march], ['--known-at', '100'], ['--as-in', first]]) {
      await json('plan', 'harbour', ...when);
      await json('history', 'harbour', ...when);
      await json('owed', 'harbour', ...when);
    }
    await both(0, 'plan', 'harbour', '--summary');
    await json('action', 'harbour', '5');
    await json('changes', 'harbour', '--from', march, '--to', now);
    await json('parties');
    await json('owed');
    await json('policy', 'show', 'harbour');
    await json('policy', 'preview', 'harbour', '--form', 'single');
    await json('remind', 'harbour', '--dry-run');
    await both(0, 'calendar', 'harbour', '--out', '-');
    for (const kind of ['csv', 'xlsx', 'docx'])
      await both(0, 'export', 'harbour', '--to', '-', '--format', kind);
  });

  it('when reminders go out, then they do so once, and the same', async () => {
    await json('remind', 'harbour');
    await json('remind', 'harbour');
    await json('reminders', 'list', 'harbour');
    await both(1, 'reminders', 'retry', 'harbour', now, '1');
    await json('reminders', 'end-links', 'harbour', now, '1');
    await json('punctuality', 'harbour');
  });

  it('when a change gives a token, then a question waits for it', async () => {
    const { token } = must(ChangedJson)(await json('note', 'harbour', '6', 'A third site.'));
    await json('plan', 'harbour', '--wait-for', token ?? '', '--wait-seconds', '0');
  });

  it('when the log is looked after, then it is the same, and the server goes on', async () => {
    await json('verify');
    await json('log', 'status');
    await json('rebuild');
    const backups = [join(alone.data, 'backup.db'), join(beside.data, 'backup.db')] as const;
    tried.add('backup').add('restore').add('log copy').add('log compare');
    await alone.done('backup', backups[0]);
    await beside.done('backup', backups[1]);
    expect(await beside.done('verify', '--log', backups[1], '--json')).toBe(
      await beside.done('verify', '--json'),
    );
    // There is a log already, whoever writes it.
    const restored = await both(5, 'restore', backups[0]);
    expect(restored.stderr).toContain('holds events already');
    const comparing = ['log', 'compare', '--from', logOf(alone), '--to', logOf(beside)];
    expect((await beside.run(...comparing)).stdout).toMatch(/^Equal: /u);
  });

  it('when a log follows it, then what is changed meanwhile is told', async () => {
    const stop = new AbortController();
    const lines: string[] = [];
    const changed = Promise.withResolvers<undefined>();
    const follower = setUpDesk({
      environment: { TRACKRECORD_DATA: beside.data },
      untilStopped: () => stop.signal,
      onLine: (line) => {
        lines.push(line);
        if (line.includes(`"views":${ordinals.at(-1) ?? 'none yet'}`)) changed.resolve(undefined);
      },
    });
    const ordinals: number[] = [];
    tried.add('follow');
    const following = follower.run('follow', '--json');
    const { ordinal } = must(ChangedJson)(await json('note', 'harbour', '6', 'A fourth site.'));
    ordinals.push(ordinal);
    if (lines.some((line) => line.includes(`"views":${ordinal}`))) changed.resolve(undefined);
    await changed.promise;
    stop.abort();
    expect((await following).code).toBe(0);
  });

  it('when a token is made and revoked, then both say the same, but for its secret', async () => {
    const Token = t.type({ id: t.string, token: t.string, role: t.string });
    const argv = ['token', 'create', '--name', 'Figures', '--role', 'auditor'];
    const [one, other] = [await alone.json(Token, ...argv), await beside.json(Token, ...argv)];
    expect({ ...other, token: '' }).toEqual({ ...one, token: '' });
    tried.add('token create');
    await json('token', 'list');
    await json('token', 'revoke', one.id);
  });

  it('when a webhook is registered and removed, then both say the same, but for its secrets', async () => {
    const Secret = t.type({ webhook: t.string, secret: t.string });
    const made = async (...argv: ReadonlyArray<string>) => {
      tried.add(argv.slice(0, 2).join(' '));
      const [one, other] = [await alone.json(Secret, ...argv), await beside.json(Secret, ...argv)];
      expect(other.webhook).toBe(one.webhook);
      expect(other.secret).not.toBe(one.secret);
      return one.webhook;
    };
    const id = await made('webhook', 'add', 'http://127.0.0.1:9/', '--name', 'Case system');
    await made('webhook', 'secret', id);
    await json('webhook', 'list');
    await json('webhook', 'deliveries', id);
    await json('webhook', 'remove', id);
  });

  it('when the plan is ended, then both end it', async () => {
    await json('import', sampleFile('rba-plan.txt'), '--plan', 'next', '--effective-on', june);
    await json('carry-forward', 'harbour', '5', '6', '--into', 'next');
    await json('close-plan', 'next');
  });

  it('then the server has taken in all of it by itself, and says what the commands say', async () => {
    const plan = await beside.json(PlanJson, 'plan', 'harbour');
    expect(await told(server(), `until ${plan.ordinal}`)).toBe(`at ${plan.ordinal}`);
    expect(await planOf(server())).toEqual(plan);
    expect(plan).toEqual(await alone.json(PlanJson, 'plan', 'harbour'));
  });

  it('then no command was left out', () => {
    const names = [...tried].flatMap((words) => words.split('\n'));
    const leftOut = listCommands()
      .map(nameOf)
      .filter((name) => !names.includes(name) && !isOfAccounts(name));
    expect(
      leftOut.toSorted(),
      'say in this journey what a new command does beside a server',
    ).toEqual(noneBeside);
  });

  it('when the server is stopped, then commands write by themselves again', async () => {
    server().end();
    expect(await server().ended).toBe(0);
    expect(readdirSync(beside.data).filter((name) => /sock|writer/u.test(name))).toEqual([]);
    await json('import', ...importing(first, march).slice(1, 2), '--plan', 'later');
    await json('verify');
  });
});

describe('a server that is there while others write', () => {
  const desk = setUpDesk();
  const servers: LogChild[] = [];

  beforeAll(async () => {
    desk.setNow(now);
    await importPaper(desk, first, march);
    servers.push(await serve(desk));
  });

  afterAll(() => {
    servers.forEach(({ kill }) => {
      kill();
    });
  });

  it('given two processes that change a plan at once, then both changes are in it, and the server has them', async () => {
    const [server] = servers;
    if (server === undefined) return;
    const notes = ['One.', 'Two.'];
    const ran = await Promise.all(
      notes.map((text) =>
        desk.child([
          ...['note', 'harbour', '5', text, '--effective-on', june],
          ...['--by', 'Somebody New', '--json'],
        ]),
      ),
    );
    expect(ran.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      notes.map(() => ({ code: 0, stderr: '' })),
    );
    // Both are by one person, who was new to the log.
    const parties = await desk.json(PartiesJson, 'parties');
    expect(parties.filter(({ name }) => name === 'Somebody New')).toHaveLength(1);
    const plan = await desk.json(PlanJson, 'plan', 'harbour');
    const { notes: found = [] } = plan.actions.find(({ ref }) => ref === '5') ?? {};
    expect(found.map(({ text }) => text)).toEqual(expect.arrayContaining(notes));
    expect(await told(server, `until ${plan.ordinal}`)).toBe(`at ${plan.ordinal}`);
    expect(await planOf(server)).toEqual(plan);
  });

  it('given views that another process rebuilds, then the server answers the same at all times', async () => {
    const [server] = servers;
    if (server === undefined) return;
    const before = await planOf(server);
    const state = { isOver: false };
    const rebuilt = desk.child(['rebuild']).then(({ code }) => {
      state.isOver = true;
      return code;
    });
    while (!state.isOver) expect(await planOf(server)).toEqual(before);
    expect(await rebuilt).toBe(0);
    const { ordinal } = await desk.json(ChangedJson, 'rate', 'harbour', '5', 'Red');
    expect(await told(server, `until ${ordinal}`)).toBe(`at ${ordinal}`);
    expect(await planOf(server)).toEqual(await desk.json(PlanJson, 'plan', 'harbour'));
  });

  it('given an empty log that is served, then another is copied into it, and they are equal', async () => {
    const to = setUpDesk();
    const server = await serve(to);
    servers.push(server);
    const moved = ['--from', logOf(desk), '--to', logOf(to), '--json'];
    const { events } = must(t.type({ events: t.number }))(
      JSON.parse(await desk.done('log', 'copy', ...moved)),
    );
    expect(await told(server, `until ${events}`)).toBe(`at ${events}`);
    expect(JSON.parse(await desk.done('log', 'compare', ...moved))).toMatchObject({ equal: true });
  });
});
