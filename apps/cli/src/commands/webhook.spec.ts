import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from '../program.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { recording } from '../wiring/recording.ts';
import { systemClock } from '../wiring/system-clock.ts';

const made = mkdtempSync(join(tmpdir(), 'trackrecord-webhooks-'));

afterAll(() => {
  rmSync(made, { recursive: true });
});

const run = async (...argv: ReadonlyArray<string>) => {
  const recorded = recording(
    quietShell({
      environment: { TRACKRECORD_DATA: join(made, 'data'), TRACKRECORD_BY: 'Ottoline Marsh' },
      clock: systemClock(must(Instant)('2026-06-30T09:00:00.000Z')),
    }),
  );
  await runProgram(['webhook', ...argv], recorded.shell);
  return { code: recorded.exitCode(), out: recorded.out(), err: recorded.err() };
};

const Made = t.type({ webhook: t.string, secret: t.string });
const Listed = t.array(
  t.type({
    id: t.string,
    kinds: t.array(t.string),
    plan: t.union([t.string, t.null]),
    sentFromHere: t.boolean,
    removedOn: t.union([t.string, t.null]),
    registeredBy: t.type({ name: t.string }),
  }),
);

/** On this machine, where nobody listens: nothing is looked up, and nothing is called. */
const address = 'http://127.0.0.1:9/news';

const list = async () => must(Listed)(JSON.parse((await run('list', '--json')).out));

describe('webhooks on the command line', () => {
  it('given an address, then it is registered by whoever says so, and its secret is told once', async () => {
    const added = await run('add', address, '--name', 'Case system', '--json');
    const { webhook, secret } = must(Made)(JSON.parse(added.out));
    expect([added.code, webhook.startsWith('w-')]).toEqual([0, true]);
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/u);
    expect(await list()).toMatchObject([
      {
        id: webhook,
        kinds: ['update.owed', 'update.given', 'rating.changed'],
        plan: null,
        sentFromHere: true,
        removedOn: null,
        registeredBy: { name: 'Ottoline Marsh' },
      },
    ]);
    const words = await run('list');
    expect(words.out).toMatch(/Case system.*nothing sent/u);
    expect(words.out).not.toContain(secret);
    expect((await run('deliveries', webhook)).out).toContain('Nothing was sent');
  });

  it('given another secret, then it is another', async () => {
    const id = (await list())[0]?.id ?? '';
    const first = must(Made)(JSON.parse((await run('secret', id, '--json')).out));
    const second = must(Made)(JSON.parse((await run('secret', id, '--json')).out));
    expect(first.secret).not.toBe(second.secret);
    expect((await list())[0]?.sentFromHere).toBe(true);
  });

  it('given that it is removed, then it is listed as such, and once more is refused', async () => {
    const id = (await list())[0]?.id ?? '';
    expect(await run('remove', id, '--why', 'No longer used')).toMatchObject({ code: 0 });
    expect(await list()).toMatchObject([{ removedOn: '2026-06-30', sentFromHere: false }]);
    expect((await run('secret', id)).err).toContain('The webhook is removed since 2026-06-30');
  });

  it.each([
    [['add', 'http://cases.harbour.example/', '--name', 'x'], 'called by https:// only'],
    [['add', 'https://169.254.169.254/', '--name', 'x'], '169.254.169.254 is not called'],
    [['add', address, '--name', 'x', '--news', 'weather'], '"weather" is no kind of news'],
    [['add', address, '--name', 'x', '--plan', 'vale'], 'There is no plan "vale"'],
    [['remove', 'w-nowhere'], 'There is no such webhook'],
    [['deliveries', 'NO'], 'is no id of a webhook'],
    [['deliveries', 'w-1', '--limit', '0'], 'accepted are 1 to 1000'],
  ])('given %j, then it is refused, and nothing is recorded', async (argv, why) => {
    const before = (await list()).length;
    const { code, err } = await run(...argv);
    expect(code).not.toBe(0);
    expect(err).toContain(why);
    expect(await list()).toHaveLength(before);
  });
});
