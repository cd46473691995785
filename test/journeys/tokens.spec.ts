import { tokenIn } from '@trackrecord/server';
import * as t from 'io-ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importPaper } from './harbour-year.ts';
import { PartiesJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';

const CreatedJson = t.type({
  token: t.string,
  id: t.string,
  name: t.string,
  role: t.string,
  plan: t.union([t.string, t.null]),
});

const ListedJson = t.readonlyArray(
  t.type({
    id: t.string,
    name: t.string,
    role: t.string,
    plan: t.union([t.string, t.null]),
    party: t.type({ name: t.string }),
    issuedBy: t.type({ name: t.string }),
    issuedOn: t.string,
    revokedOn: t.union([t.string, t.null]),
  }),
);

const withPlan = setUpDesk();
withPlan.setNow('2025-03-31');
const imported = importPaper(withPlan, 'plan-2025-q1.txt', '2025-03-31');

/** A desk on which the sample's first paper was imported. */
const atDesk = async (): Promise<Desk> => {
  await imported;
  const desk = withPlan.copy();
  desk.setNow('2025-05-20');
  return desk;
};

const create = (desk: Desk, ...rest: ReadonlyArray<string>) =>
  desk.json(CreatedJson, 'token', 'create', '--name', 'Quarterly figures', ...rest);

const listed = (desk: Desk) => desk.json(ListedJson, 'token', 'list');

describe('a token made on the command line', () => {
  it('given a name and a role, then it is a token of every plan, for who made it', async () => {
    const desk = await atDesk();
    const { token, ...created } = await create(desk, '--role', 'auditor');
    expect(created).toEqual({
      id: tokenIn(token)?.id,
      name: 'Quarterly figures',
      role: 'auditor',
      plan: null,
    });
    expect(await listed(desk)).toMatchObject([
      {
        id: created.id,
        name: 'Quarterly figures',
        role: 'auditor',
        plan: null,
        party: { name: 'Ada Clerk' },
        issuedBy: { name: 'Ada Clerk' },
        issuedOn: '2025-05-20',
        revokedOn: null,
      },
    ]);
  });

  it('given a plan in capitals and an organisation, then it is a token of that plan, for them', async () => {
    const desk = await atDesk();
    await create(desk, '--role', 'reader', '--plan', 'HARBOUR', '--for', 'TIDE');
    expect(await listed(desk)).toMatchObject([
      { role: 'reader', plan: 'harbour', party: { name: 'TIDE' }, issuedBy: { name: 'Ada Clerk' } },
    ]);
  });

  it('given that it is printed for people, then the token stands on a line of its own, said to be shown once', async () => {
    const desk = await atDesk();
    const printed = await desk.done('token', 'create', '--name', 'Screen', '--role', 'reader');
    const [first = '', , token = ''] = printed.split('\n');
    expect(first).toMatch(/^The token "Screen" has the role reader on every plan \(recorded at/u);
    expect(tokenIn(token)).toBeDefined();
    expect(printed).toContain('It is shown this once');
  });

  it('given its secret, then nothing that is kept holds it', async () => {
    const desk = await atDesk();
    const { token } = await create(desk, '--role', 'auditor');
    // 32 bytes in base64url; the secret itself may begin with "_" too.
    const secret = token.slice(-43);
    const kept = ['log.db', 'log.db-wal', 'views.db', 'views.db-wal']
      .map((name) => join(desk.data, name))
      .filter((path) => existsSync(path));
    expect(kept.length).toBeGreaterThan(1);
    for (const path of kept) expect(readFileSync(path).includes(secret)).toBe(false);
  });

  it('given that it is revoked, then it is listed so, and revoking it on another day is refused', async () => {
    const desk = await atDesk();
    const { id } = await create(desk, '--role', 'auditor');
    expect(await desk.done('token', 'revoke', id, '--why', 'Seen in an email')).toMatch(
      /^From 2025-05-20 on no program gets in with the token a-[^ ]+ \(recorded at ordinal \d+\)\.$/mu,
    );
    expect(await listed(desk)).toMatchObject([{ id, revokedOn: '2025-05-20' }]);
    expect(await desk.done('token', 'revoke', id)).toContain('Nothing new');
    desk.setNow('2025-05-21');
    expect(await desk.run('token', 'revoke', id)).toMatchObject({
      code: 1,
      stderr: 'trackrecord: The token is revoked since 2025-05-20.\n',
    });
  });

  it('given none yet, then the list says so', async () => {
    expect(await (await atDesk()).done('token', 'list')).toContain('No token was created yet.');
  });
});

describe('a token that is not made', () => {
  it.each([
    [
      ['create', '--name', 'Screen', '--role', 'boss'],
      2,
      '--role: "boss" is no role; accepted: reader, owner, manager, auditor, administrator.',
    ],
    [
      ['create', '--name', ' ', '--role', 'reader'],
      2,
      '" " is no name for a token; accepted are 1 to 80 characters on one line, such as "Quarterly figures".',
    ],
    [
      ['create', '--name', 'Screen', '--role', 'reader', '--plan', 'harbuor'],
      3,
      'There is no plan "harbuor" to give a role on. "trackrecord plans" lists the plans that there are.',
    ],
    [
      ['create', '--name', 'Screen', '--role', 'administrator', '--plan', 'harbour'],
      1,
      'The role administrator counts on every plan: leave out the plan "harbour".',
    ],
    [
      ['create', '--name', 'Screen', '--role', 'reader', '--for', 'A Ghost'],
      3,
      'Nobody is known as "A Ghost"; "trackrecord parties" lists everybody.',
    ],
    [['revoke', 'a-none'], 3, 'There is no such token.'],
    [['revoke', 'A b'], 2, '"A b" is no id of a token; "trackrecord token list" lists them.'],
  ])(
    'given trackrecord token %j, then it ends with %i and leaves nobody behind',
    async (argv, code, message) => {
      const desk = await atDesk();
      const before = await desk.json(PartiesJson, 'parties');
      expect(await desk.run('token', ...argv, '--by', 'A New Person')).toMatchObject({
        code,
        stderr: `trackrecord: ${message}\n`,
      });
      expect(await listed(desk)).toEqual([]);
      expect(await desk.json(PartiesJson, 'parties')).toEqual(before);
    },
  );
});
