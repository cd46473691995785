import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../program.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { recording } from '../wiring/recording.ts';
import { systemClock } from '../wiring/system-clock.ts';

const made = mkdtempSync(join(tmpdir(), 'trackrecord-accounts-'));

afterAll(() => {
  rmSync(made, { recursive: true });
});

const chosen = join(made, 'password.txt');
writeFileSync(chosen, 'kettle meadow oboe\n');

/** Runs a command line on one day, in a data directory. */
const runIn =
  (directory: string) =>
  async (...argv: ReadonlyArray<string>) => {
    const recorded = recording(
      quietShell({
        environment: { TRACKRECORD_DATA: directory, TRACKRECORD_BY: 'Ottoline Marsh' },
        clock: systemClock(must(Instant)('2026-06-30T09:00:00.000Z')),
      }),
    );
    await runProgram(argv, recorded.shell);
    return { code: recorded.exitCode(), out: recorded.out(), err: recorded.err() };
  };

const Added = t.type({ account: t.string, password: t.union([t.string, t.null]) });
const Accounts = t.array(
  t.type({
    signInName: t.string,
    open: t.boolean,
    grants: t.array(t.type({ role: t.string, plan: t.union([t.string, t.null]) })),
  }),
);

describe('accounts on the command line', () => {
  const directory = join(made, 'data');
  const run = runIn(directory);
  const accounts = async () =>
    must(Accounts)(JSON.parse((await run('account', 'list', '--json')).out));
  const rolesOf = async (name: string): Promise<string> =>
    (await accounts())
      .filter(({ signInName }) => signInName === name)
      .flatMap(({ grants }) => grants.map(({ role, plan }) => `${role} on ${plan ?? 'all'}`))
      .join(', ');

  beforeAll(async () => {
    await run(
      'account',
      'add',
      'Ottoline Marsh',
      '--sign-in-name',
      'ottoline',
      '--role',
      'administrator',
    );
  });

  it('given a new person, then a password is made, told once, and never again', async () => {
    const { code, out } = await run(
      'account',
      'add',
      'M. Reed',
      '--sign-in-name',
      'M.Reed',
      '--role',
      'owner',
      '--json',
    );
    const { password } = must(Added)(JSON.parse(out));
    expect(code).toBe(0);
    expect(password).toMatch(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/u);
    expect(await rolesOf('m.reed')).toBe('owner on all');
    const listed = await run('account', 'list');
    expect(listed.out).not.toContain(password ?? '');
  });

  it('given a password in a file, then it counts, and is told nowhere', async () => {
    const { code, out } = await run(
      'account',
      'add',
      'Nell Ashby',
      '--sign-in-name',
      'nell',
      '--role',
      'auditor',
      '--password-file',
      chosen,
    );
    expect(code).toBe(0);
    expect(out).toContain('The password for nell is the one in the file.');
    expect(out).not.toContain('kettle');
  });

  it.each([
    [['--role', 'king'], 2, '--role: "king" is no role'],
    [['--role', 'reader', '--plan', 'moor'], 3, 'There is no plan "moor"'],
    [['--role', 'administrator', '--plan', 'moor'], 3, '"moor"'],
    [['--role', 'reader', '--password-file', join(made, 'none')], 2, 'cannot be read'],
  ])('given %j, then it ends with %d, and nobody is registered', async (more, code, message) => {
    const before = (await run('parties', '--json')).out;
    const refused = await run('account', 'add', 'No One', '--sign-in-name', 'no.one', ...more);
    expect(refused).toMatchObject({ code, out: '' });
    expect(refused.err).toContain(message);
    expect((await run('parties', '--json')).out).toBe(before);
  });

  it('given a sign-in name that is taken, then whose it is is told', async () => {
    const { code, err } = await run(
      'account',
      'add',
      'Otto Line',
      '--sign-in-name',
      'OTTOLINE',
      '--role',
      'reader',
    );
    expect(code).toBe(2);
    expect(err).toContain('"ottoline" is taken: the account of Ottoline Marsh has it.');
  });

  it('given a weak password in a file, then it is refused without being repeated', async () => {
    const weak = join(made, 'weak.txt');
    writeFileSync(weak, 'Password1234\n');
    const { code, err } = await run('account', 'password', 'nell', '--password-file', weak);
    expect(code).toBe(2);
    expect(err).toContain('is one of those that are tried first');
    expect(err).not.toContain('Password1234');
  });

  it('given roles that are given and taken away, then the list shows what is left', async () => {
    expect((await run('account', 'grant', 'nell', 'reader')).code).toBe(0);
    expect((await run('account', 'grant', 'nell', 'reader')).out).toContain('Nothing new');
    expect(await rolesOf('nell')).toBe('auditor on all, reader on all');
    expect((await run('account', 'revoke', 'nell', 'auditor')).code).toBe(0);
    expect(await rolesOf('nell')).toBe('reader on all');
    expect(await run('account', 'revoke', 'nell', 'manager')).toMatchObject({ code: 1, out: '' });
  });

  it('given an account that is closed and opened again, then it has another password', async () => {
    expect((await run('account', 'close', 'nell', '--why', 'On leave')).code).toBe(0);
    expect((await accounts()).find(({ signInName }) => signInName === 'nell')?.open).toBe(false);
    expect(await run('account', 'password', 'nell')).toMatchObject({ code: 2, out: '' });
    const again = await run('account', 'reopen', 'nell');
    expect(again.out).toContain('is shown this once');
    expect((await accounts()).find(({ signInName }) => signInName === 'nell')?.open).toBe(true);
  });

  it('given the only administrator, then they stay', async () => {
    expect((await run('account', 'close', 'ottoline')).code).toBe(1);
    expect((await run('account', 'revoke', 'ottoline', 'administrator')).code).toBe(1);
  });

  it('given what was given and taken, then each is told, by whom and by which channel', async () => {
    const { code, out } = await run('account', 'history', 'nell');
    expect(code).toBe(0);
    const told = out.replaceAll(/\s+/gu, ' ');
    const today = 'by Ottoline Marsh on 30 June 2026, recorded on 30 June 2026 at 10:00';
    expect(told).toContain(`Account “nell” of Nell Ashby: Opened ${today} (command line).`);
    expect(told).toContain(
      `Account “nell” of Nell Ashby: Role auditor on every plan taken away ${today}`,
    );
    expect(told).toContain(`Account “nell” of Nell Ashby: Closed ${today}, because “On leave”`);
    expect(told).not.toContain('ottoline');
    const all = await run('account', 'history', '--json');
    const Lines = t.array(t.type({ subject: t.string, field: t.string }));
    expect(
      new Set(must(Lines)(JSON.parse(all.out)).map(({ subject }) => subject)).size,
    ).toBeGreaterThan(1);
    expect((await run('account', 'history', '--as-of', '2026-06-29')).out).toContain(
      'Nobody was let in by then.',
    );
  });

  it('given a new password, then that it was given, and why; nothing of it', async () => {
    const { out } = await run('account', 'password', 'nell', '--why', 'Forgotten', '--json');
    const Told = t.type({ password: t.string });
    const { password } = must(Told)(JSON.parse(out));
    const history = (await run('account', 'history', 'nell', '--json')).out;
    expect(history).toContain('Given a new password by Ottoline Marsh on 30 June 2026');
    expect(history).toContain('because “Forgotten”');
    expect(history).not.toContain(password);
  });

  it.each([
    'history nobody',
    'grant nobody reader',
    'revoke nobody reader',
    'password nobody',
    'close nobody',
    'reopen nobody',
  ])('given account %s, then nobody of that name is there', async (words) => {
    const { code, err } = await run('account', ...words.split(' '));
    expect(code).toBe(3);
    expect(err).toContain('Nobody signs in as "nobody"');
  });
});
