import { describeFailure } from '@trackrecord/application';
import { Instant } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { describe, expect, it } from 'vitest';
import { openServerStore } from './open-server-store.ts';
import type { KeptUpload, ServerStore } from './server-store.ts';
import type { StoreLimits } from './store-limits.ts';

const limits: StoreLimits = {
  uploadsOfAnAccount: 2,
  uploads_bytes: 10,
  draftsOfAnAccount: 2,
  draft_bytes: 4,
  keys_hours: 24,
};

const clock = { now: () => must(Instant)('2026-06-30T09:00:00.000Z') };

const opened = async (): Promise<ServerStore> =>
  rightOf(await openServerStore({ file: ':memory:', clock, limits })());

const done = async <L, A>(work: TE.TaskEither<L, A>): Promise<A> => rightOf(await work());

const at = (time: string): string => `2026-06-30T${time}:00.000Z`;

describe('passwords', () => {
  it('given none for an account, then there is no hash', async () => {
    const { passwords } = await opened();
    expect(await done(passwords.hashOf('a-1'))).toBeUndefined();
  });

  it('given one, when another is set and then removed, then the newest counts, and none is left', async () => {
    const { passwords } = await opened();
    await done(passwords.set('a-1', 'first'));
    await done(passwords.set('a-2', 'of somebody else'));
    await done(passwords.set('a-1', 'second'));
    expect(await done(passwords.hashOf('a-1'))).toBe('second');
    await done(passwords.remove('a-1'));
    expect(await done(passwords.hashOf('a-1'))).toBeUndefined();
    expect(await done(passwords.hashOf('a-2'))).toBe('of somebody else');
  });
});

describe('sessions', () => {
  const session = { account: 'a-1', openedAt: at('09:00'), endsAt: at('10:00') };

  it('given a session, then it is there until the instant at which it ends', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    expect(await done(sessions.lookup('d-1', at('09:59')))).toEqual(session);
    expect(await done(sessions.lookup('d-1', at('10:00')))).toBeUndefined();
    expect(await done(sessions.lookup('d-2', at('09:59')))).toBeUndefined();
  });

  it('given a session, when it is extended, then it ends later', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    await done(sessions.extend('d-1', at('11:00')));
    expect(await done(sessions.lookup('d-1', at('10:59')))).toEqual({
      ...session,
      endsAt: at('11:00'),
    });
  });

  it('given two sessions of an account, when one is ended, then the other goes on', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    await done(sessions.open('d-2', session));
    await done(sessions.end('d-1'));
    expect(await done(sessions.count('a-1', at('09:30')))).toBe(1);
    expect(await done(sessions.lookup('d-2', at('09:30')))).toEqual(session);
  });

  it('given sessions of two accounts, when all of one are ended, then the other’s go on', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    await done(sessions.open('d-2', session));
    await done(sessions.open('d-3', { ...session, account: 'a-2' }));
    await done(sessions.endAll('a-1'));
    expect(await done(sessions.count('a-1', at('09:30')))).toBe(0);
    expect(await done(sessions.count('a-2', at('09:30')))).toBe(1);
  });

  it('given one that has ended, when it is swept, then it cannot even be extended', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    await done(sessions.sweep(at('10:00')));
    await done(sessions.extend('d-1', at('12:00')));
    expect(await done(sessions.lookup('d-1', at('11:00')))).toBeUndefined();
  });

  it('given one that has ended, when somebody signs in, then it is forgotten', async () => {
    const { sessions } = await opened();
    await done(sessions.open('d-1', session));
    await done(
      sessions.open('d-2', { account: 'a-2', openedAt: at('10:00'), endsAt: at('11:00') }),
    );
    await done(sessions.extend('d-1', at('12:00')));
    expect(await done(sessions.lookup('d-1', at('11:00')))).toBeUndefined();
  });
});

describe('drafts', () => {
  it('given a piece of work, then it is kept for its account and place alone', async () => {
    const { drafts } = await opened();
    await done(drafts.keep('a-1', 'review/harbour', 'half', at('09:00')));
    expect(await done(drafts.lookup('a-1', 'review/harbour'))).toBe('half');
    expect(await done(drafts.lookup('a-2', 'review/harbour'))).toBeUndefined();
    expect(await done(drafts.lookup('a-1', 'review/vale'))).toBeUndefined();
    await done(drafts.drop('a-1', 'review/harbour'));
    expect(await done(drafts.lookup('a-1', 'review/harbour'))).toBeUndefined();
  });

  it('given 5 bytes where 4 are accepted, then they are refused and what was kept before stays', async () => {
    const { drafts } = await opened();
    await done(drafts.keep('a-1', 'p', 'half', at('09:00')));
    const refused = await drafts.keep('a-1', 'p', 'hålf', at('09:01'))();
    expect(E.isLeft(refused) && refused.left._tag).toBe('Invalid');
    expect(E.isLeft(refused) && describeFailure(refused.left)).toContain('5 bytes');
    expect(await done(drafts.lookup('a-1', 'p'))).toBe('half');
  });

  it('given three where two are kept, then the one that was left alone longest goes', async () => {
    const { drafts } = await opened();
    await done(drafts.keep('a-1', 'p', '1', at('09:00')));
    await done(drafts.keep('a-1', 'q', '2', at('09:01')));
    await done(drafts.keep('a-1', 'p', '3', at('09:02')));
    await done(drafts.keep('a-1', 'r', '4', at('09:03')));
    expect(await done(drafts.lookup('a-1', 'p'))).toBe('3');
    expect(await done(drafts.lookup('a-1', 'q'))).toBeUndefined();
    expect(await done(drafts.lookup('a-1', 'r'))).toBe('4');
  });
});

describe('uploads', () => {
  const upload = (id: string, more: Partial<KeptUpload> = {}): KeptUpload => ({
    id,
    account: 'a-1',
    plan: 'harbour',
    name: `${id}.txt`,
    uploadedAt: at('09:00'),
    bytes: Uint8Array.of(1, 2, 3),
    ...more,
  });

  it('given a file, then its very bytes are given back, and a list without them', async () => {
    const { uploads } = await opened();
    await done(uploads.keep(upload('u-1')));
    await done(uploads.keep(upload('u-2', { plan: 'vale' })));
    const found = await done(uploads.lookup('u-1'));
    expect([...(found?.bytes ?? [])]).toEqual([1, 2, 3]);
    expect(await done(uploads.list('harbour'))).toEqual([
      {
        id: 'u-1',
        account: 'a-1',
        plan: 'harbour',
        name: 'u-1.txt',
        uploadedAt: at('09:00'),
      },
    ]);
  });

  it('given files of several accounts, then each account’s own are listed, whatever their plan', async () => {
    const { uploads } = await opened();
    const small = { bytes: Uint8Array.of(1) };
    await done(uploads.keep(upload('u-1', small)));
    await done(uploads.keep(upload('u-2', { ...small, account: 'a-2' })));
    await done(uploads.keep(upload('u-3', { ...small, plan: '' })));
    const ids = (await done(uploads.listOf('a-1'))).map(({ id }) => id);
    expect(ids).toEqual(['u-3', 'u-1']);
  });

  it('given three of an account where two are kept, then its oldest goes and nobody else’s', async () => {
    const { uploads } = await opened();
    const small = { bytes: Uint8Array.of(1) };
    await done(uploads.keep(upload('u-0', { ...small, account: 'a-2' })));
    for (const id of ['u-1', 'u-2', 'u-3']) await done(uploads.keep(upload(id, small)));
    const ids = (await done(uploads.list('harbour'))).map(({ id }) => id);
    expect(ids).toEqual(['u-3', 'u-2', 'u-0']);
  });

  it('given more bytes than are kept, then the oldest of all go', async () => {
    const { uploads } = await opened();
    for (const account of ['a-1', 'a-2', 'a-3', 'a-4'])
      await done(uploads.keep(upload(account, { account })));
    const ids = (await done(uploads.list('harbour'))).map(({ id }) => id);
    // Three bytes each: three of them fit into ten.
    expect(ids).toEqual(['a-4', 'a-3', 'a-2']);
  });

  it('given one file that takes more than there is room for, then it alone is kept', async () => {
    const { uploads } = await opened();
    await done(uploads.keep(upload('u-1')));
    await done(uploads.keep(upload('u-2', { account: 'a-2', bytes: new Uint8Array(11) })));
    expect((await done(uploads.list('harbour'))).map(({ id }) => id)).toEqual(['u-2']);
  });

  it('given a file, when it is dropped, then it is there no longer', async () => {
    const { uploads } = await opened();
    await done(uploads.keep(upload('u-1')));
    await done(uploads.drop('u-1'));
    expect(await done(uploads.lookup('u-1'))).toBeUndefined();
  });
});

describe('uses of tokens', () => {
  it('given two uses, then the last one is told', async () => {
    const { tokens } = await opened();
    expect(await done(tokens.lastUse('t-1'))).toBeUndefined();
    await done(tokens.used('t-1', at('09:00')));
    await done(tokens.used('t-1', at('09:30')));
    expect(await done(tokens.lastUse('t-1'))).toBe(at('09:30'));
  });
});

describe('the template of papers', () => {
  const ours = {
    name: 'ours.docx',
    account: 'a-1',
    keptAt: at('09:00'),
    notTaken: ['Its text boxes.'],
    bytes: new Uint8Array([1, 2, 3]),
  };

  it('given none, one, another and none again, then it is the last that was kept', async () => {
    const { template } = await opened();
    expect(await done(template.lookup())).toBeUndefined();
    await done(template.keep(ours));
    expect(await done(template.lookup())).toEqual(ours);
    const theirs = { ...ours, name: 'theirs.docx', notTaken: [], bytes: new Uint8Array([4]) };
    await done(template.keep(theirs));
    expect(await done(template.lookup())).toEqual(theirs);
    await done(template.drop());
    expect(await done(template.lookup())).toBeUndefined();
  });
});

describe('addresses of calendars', () => {
  const own = { account: 'a-1', plan: null, madeAt: at('09:00') };
  const ofHarbour = { account: 'a-1', plan: 'harbour', madeAt: at('09:00') };

  it('given one of own work and one of a plan, then each is found by its digest and by what it is of', async () => {
    const { calendars } = await opened();
    await done(calendars.make('d-1', own));
    await done(calendars.make('d-2', ofHarbour));
    expect(await done(calendars.lookup('d-1'))).toEqual({ ...own, lastUse: null });
    expect(await done(calendars.lookup('d-2'))).toEqual({ ...ofHarbour, lastUse: null });
    expect(await done(calendars.lookupOf('a-1', null))).toEqual({ ...own, lastUse: null });
    expect(await done(calendars.lookupOf('a-1', 'harbour'))).toMatchObject({ plan: 'harbour' });
    expect(await done(calendars.lookup('d-3'))).toBeUndefined();
    expect(await done(calendars.lookupOf('a-1', 'vale'))).toBeUndefined();
    expect(await done(calendars.lookupOf('a-2', null))).toBeUndefined();
  });

  it('given one, when another is made of the same, then the first is gone, and nobody else’s', async () => {
    const { calendars } = await opened();
    await done(calendars.make('d-1', ofHarbour));
    await done(calendars.make('d-2', { ...ofHarbour, account: 'a-2' }));
    await done(calendars.make('d-3', { ...ofHarbour, madeAt: at('09:30') }));
    expect(await done(calendars.lookup('d-1'))).toBeUndefined();
    expect(await done(calendars.lookup('d-2'))).toMatchObject({ account: 'a-2' });
    expect(await done(calendars.lookup('d-3'))).toMatchObject({ madeAt: at('09:30') });
  });

  it('given one, when it is removed, then it is gone, and the one of another plan is not', async () => {
    const { calendars } = await opened();
    await done(calendars.make('d-1', own));
    await done(calendars.make('d-2', ofHarbour));
    await done(calendars.remove('a-1', null));
    expect(await done(calendars.lookup('d-1'))).toBeUndefined();
    expect(await done(calendars.lookup('d-2'))).toMatchObject({ plan: 'harbour' });
  });

  it('given two uses, then the last is told; a new address was not used yet', async () => {
    const { calendars } = await opened();
    await done(calendars.make('d-1', own));
    await done(calendars.used('d-1', at('09:00')));
    await done(calendars.used('d-1', at('09:30')));
    expect(await done(calendars.lookup('d-1'))).toMatchObject({ lastUse: at('09:30') });
    await done(calendars.make('d-2', own));
    expect(await done(calendars.lookupOf('a-1', null))).toMatchObject({ lastUse: null });
  });
});

describe('idempotency keys', () => {
  it('given a key, when it is claimed for something else, then what it stands for is told', async () => {
    const { keys } = await opened();
    expect(await done(keys.claim('k-1', 'one', at('09:00')))).toBe('one');
    expect(await done(keys.claim('k-1', 'two', at('09:01')))).toBe('one');
    expect(await done(keys.claim('k-1', 'one', at('09:02')))).toBe('one');
    expect(await done(keys.claim('k-2', 'two', at('09:02')))).toBe('two');
  });

  it('given a key older than is kept, then it is as good as new', async () => {
    const { keys } = await opened();
    await done(keys.claim('k-1', 'one', at('09:00')));
    expect(await done(keys.claim('k-1', 'two', '2026-07-01T09:00:00.000Z'))).toBe('one');
    expect(await done(keys.claim('k-1', 'two', '2026-07-01T09:00:00.001Z'))).toBe('two');
  });
});

describe('the secret', () => {
  it('given a store, then its secret is made once, is 256 bits long and its own', async () => {
    const store = await opened();
    const secret = await done(store.secret());
    expect(await done(store.secret())).toBe(secret);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(await done((await opened()).secret())).not.toBe(secret);
  });
});
