import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupSqliteLog } from '../../sqlite/backup-sqlite-log.ts';
import { openSqliteEventLog } from '../../sqlite/open-sqlite-event-log.ts';
import { verifySqliteLog } from '../../sqlite/verify-sqlite-log.ts';
import { rightOf } from '../../testing/domain-log.ts';
import { type MadeUpCluster, madeUpCluster, ours } from '../../testing/made-up-cluster.ts';
import { streamNamed, wordsCodec, wordsId } from '../../testing/words-event.ts';
import type { ClusterEvent, ClusterPosition } from '../cluster-event.ts';
import type { Replica } from '../replica.ts';
import { openReplica } from './open-replica.ts';

const planA = 'trackrecord.plan-a';
const planB = 'trackrecord.plan-b';

let directory = '';
let file = '';
const opened = new Set<Replica>();

const open = (mode: 'follow' | 'read', tenant = 'trackrecord') => {
  const replica = openReplica({ file, codec: wordsCodec, tenant, mode });
  if (E.isRight(replica)) opened.add(replica.right);
  return replica;
};
const close = (replica: Replica): void => {
  opened.delete(replica);
  replica.close();
};

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trackrecord-replica-'));
  file = join(directory, 'data', 'replica.db');
});
afterEach(() => {
  opened.forEach(close);
  rmSync(directory, { recursive: true });
});

const at = (place: number): ClusterPosition => ({ commit: BigInt(place), prepare: BigInt(place) });

/**
 * `$all`: plan-a@0 said 1, plan-a@1 of somebody else, plan-b@0 said 2, plan-a@2 said 3, plan-a@3 said 1 again.
 * Positions are 0, 100, 200, 300 and 400.
 */
const cluster = (): MadeUpCluster => {
  const made = madeUpCluster();
  made.say(planA, 1);
  made.write({ stream: planA, id: wordsId(50), type: 'Other' });
  made.say(planB, 2);
  made.say(planA, 3);
  made.say(planA, 1);
  return made;
};

const takeAll = (replica: Replica, made: MadeUpCluster = cluster()) =>
  replica.take(made.all(), made.end() ?? at(0));

const lines = (replica: Replica): ReadonlyArray<string> =>
  rightOf(replica.reader.after(0, 1000)).map(
    ({ position, stream, revision, text }) => `${position} ${stream}@${revision} ${text}`,
  );

const text = (n: number): string => `{"id":"${wordsId(n)}","words":"said ${n}"}`;

const expectCopy = (replica: Replica): void => {
  expect(lines(replica)).toEqual([
    `1 plan-a@0 ${text(1)}`,
    `2 plan-b@0 ${text(2)}`,
    `3 plan-a@1 ${text(3)}`,
  ]);
  expect(replica.head()).toBe(3);
  expect(replica.checkpoint()).toEqual(at(400));
  expect(replica.skipped()).toEqual([
    { stream: planA, revision: 1n, id: wordsId(50), type: 'Other', why: 'foreign' },
    { stream: planA, revision: 3n, id: wordsId(1), type: 'Said', why: 'repeated' },
  ]);
  const [a, b, c] = ['plan-a', 'plan-b', 'plan-c'].map(streamNamed);
  if (a === undefined || b === undefined || c === undefined) return;
  expect([a, b, c].map(replica.lastRevision)).toEqual([1, 0, undefined]);
  expect([a, b, c].map(replica.lastOnServer)).toEqual([3n, 0n, undefined]);
  expect(replica.placeOf(wordsId(3))).toEqual({ stream: a, revision: 1, position: 3 });
  expect(replica.placeOf(wordsId(50))).toBeUndefined();
  expect(rightOf(replica.last())).toEqual({ stream: planA, revision: 2n, id: wordsId(3) });
};

describe('a node’s copy of a cluster’s log', () => {
  it('given nothing yet, then it is empty', () => {
    const replica = rightOf(open('follow'));
    expect(replica.head()).toBe(0);
    expect(replica.checkpoint()).toBeUndefined();
    expect(rightOf(replica.last())).toBeUndefined();
    expect(lines(replica)).toEqual([]);
  });

  it('given a batch, then what is ours is in it, the rest is listed, and so they are when it is opened again', () => {
    const replica = rightOf(open('follow'));
    expect(takeAll(replica)).toEqual(E.right({ added: 3, skipped: 2, redelivered: 0 }));
    expectCopy(replica);
    close(replica);
    expectCopy(rightOf(open('follow')));
  });

  it('given everything once more, then nothing changes', () => {
    const replica = rightOf(open('follow'));
    takeAll(replica);
    expect(takeAll(replica)).toEqual(E.right({ added: 0, skipped: 0, redelivered: 5 }));
    expectCopy(replica);
  });

  it('given only word of how far, then the checkpoint moves on and never back', () => {
    const replica = rightOf(open('follow'));
    rightOf(replica.take([], at(700)));
    rightOf(replica.take([], at(600)));
    expect(replica.checkpoint()).toEqual(at(700));
    close(replica);
    expect(rightOf(open('follow')).checkpoint()).toEqual(at(700));
  });

  it('given a faulty event in a batch, then what came before it stays', () => {
    const replica = rightOf(open('follow'));
    const [first, second, third, ...rest] = cluster().all();
    if (first === undefined || second === undefined || third === undefined) return;
    const gap = replica.take([first, third, ...rest], at(400));
    expect(gap).toMatchObject(E.left({ _tag: 'Gap' }));
    expect(lines(replica)).toEqual([`1 plan-a@0 ${text(1)}`, `2 plan-b@0 ${text(2)}`]);
    expect(replica.checkpoint()).toEqual(at(200));
  });

  it('given that a transaction fails, then everything is as it was before, and the next one goes on', () => {
    const replica = rightOf(open('follow'));
    const other = new DatabaseSync(file);
    other.exec(
      `CREATE TRIGGER full BEFORE UPDATE ON replica BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    expect(takeAll(replica)).toMatchObject(E.left({ _tag: 'Unavailable' }));
    expect(replica.head()).toBe(0);
    expect(replica.checkpoint()).toBeUndefined();
    expect(replica.skipped()).toEqual([]);
    expect(replica.lastOnServer(streamNamed('plan-a'))).toBeUndefined();
    expect(replica.placeOf(wordsId(1))).toBeUndefined();
    other.exec('DROP TRIGGER full');
    other.close();
    rightOf(takeAll(replica));
    expectCopy(replica);
  });
});

describe('a copy that may be wrong', () => {
  /** Of two streams in turn. */
  const inTurn = (): ReadonlyArray<ClusterEvent> => {
    const made = madeUpCluster();
    return [1, 2, 3, 4, 5, 6].map((n) => made.say(`trackrecord.plan-${n % 2}`, n));
  };

  it('given a gap right behind the log’s last event, then what is there is right, and the rest can be taken later', () => {
    const replica = rightOf(open('follow'));
    const [one, two, three, four, five, six] = inTurn();
    if (!one || !two || !three || !four || !five || !six) return;
    const gap = replica.take([one, two, six], at(600));
    expect(gap).toMatchObject(E.left({ _tag: 'Gap', isSound: true }));
    expect(replica.fault()).toBeUndefined();
    expect(replica.take([three, four, five, six], at(600))).toMatchObject(E.right({ added: 4 }));
  });

  it('given a gap that another stream has come after, then it takes nothing any more, and whoever reads it can tell', () => {
    const replica = rightOf(open('follow'));
    const reading = rightOf(open('read'));
    const [one, two, , , five] = inTurn();
    if (!one || !two || !five) return;
    const gap = replica.take([one, two, five], at(600));
    expect(gap).toMatchObject(E.left({ _tag: 'Gap', isSound: false }));
    const { message } = E.isLeft(gap) && 'isSound' in gap.left ? gap.left : { message: '' };
    for (const copy of [replica, reading])
      expect(copy.fault()).toMatchObject({ message, isSound: false });
    close(replica);
    const again = rightOf(open('follow'));
    expect(again.take([], at(900))).toMatchObject(E.left({ message }));
    expect(again.fault()).toMatchObject({ message, isSound: false });
  });

  it('given a new event from before the checkpoint, then it takes nothing any more, also when opened again', () => {
    const replica = rightOf(open('follow'));
    const late = cluster().all().slice(0, 1);
    rightOf(replica.take([], at(50)));
    const fault = replica.take(late, at(60));
    expect(fault).toMatchObject(E.left({ _tag: 'Reordered' }));
    expect(replica.take([], at(900))).toEqual(fault);
    close(replica);
    const again = rightOf(open('follow'));
    expect(again.take([], at(900))).toEqual(fault);
    expect(again.checkpoint()).toEqual(at(50));
  });
});

describe('a copy that is read beside the process that follows', () => {
  it('given a copy that moves, then what is read moves with it', () => {
    const following = rightOf(open('follow'));
    const reading = rightOf(open('read'));
    expect(reading.head()).toBe(0);
    expect(reading.lastRevision(streamNamed('plan-a'))).toBeUndefined();
    takeAll(following);
    expectCopy(reading);
    expect(reading.take([], at(1))).toMatchObject(E.left({ _tag: 'Unavailable' }));
    close(following);
    expectCopy(reading);
  });

  it('given events that move into the indexes meanwhile, then every one is found before and after', () => {
    const following = rightOf(open('follow'));
    const reading = rightOf(open('read'));
    const made = madeUpCluster();
    for (let n = 1; n <= 6000; n += 1) made.say(`trackrecord.plan-${n % 3}`, n);
    const check = (upTo: number): void => {
      expect(reading.head()).toBe(upTo);
      for (const n of [1, 2, 3, upTo - 1, upTo]) {
        expect(reading.placeOf(wordsId(n))).toEqual({
          stream: `plan-${n % 3}`,
          revision: Math.floor((n - 1) / 3),
          position: n,
        });
      }
      expect(reading.placeOf(wordsId(upTo + 1))).toBeUndefined();
      expect(reading.lastRevision(streamNamed('plan-1'))).toBe(Math.floor((upTo - 1) / 3));
    };
    for (const upTo of [1000, 2000, 5000, 5500, 6000]) {
      rightOf(following.take(made.all().slice(following.head(), upTo), at((upTo - 1) * 100)));
      check(upTo);
      following.tidy();
      check(upTo);
    }
  });

  it('given no copy, then reading says so', () => {
    expect(open('read')).toEqual(
      E.left({ _tag: 'Unavailable', message: `there is no log at ${file}` }),
    );
  });
});

describe('who may open a copy', () => {
  it('given a process that follows, then a second one is told to wait its turn', () => {
    rightOf(open('follow'));
    expect(open('follow')).toMatchObject(E.left({ _tag: 'Locked' }));
  });

  it('given that it was closed, then another may', () => {
    close(rightOf(open('follow')));
    expect(open('follow')).toMatchObject({ _tag: 'Right' });
  });

  it.each(['follow', 'read'] as const)(
    'given a copy of another tenant’s log, when opened to %s, then it is refused and both are named',
    (mode) => {
      close(rightOf(open('follow', 'kent')));
      expect(open(mode)).toHaveProperty(
        'left.message',
        `${file} is a copy of the log of tenant “kent”, not of “trackrecord”: name that tenant, or another directory for this one`,
      );
    },
  );

  it.each(['follow', 'read'] as const)(
    'given a log of its own, when opened to %s, then it is refused and left as it is',
    async (mode) => {
      const log = rightOf(
        await openSqliteEventLog({ file, codec: wordsCodec, mode: 'write', writer: 'inline' })(),
      );
      await log.close();
      expect(open(mode)).toHaveProperty(
        'left.message',
        expect.stringMatching(/is a log of its own and no copy of a cluster’s/),
      );
      const again = rightOf(
        await openSqliteEventLog({ file, codec: wordsCodec, mode: 'write', writer: 'inline' })(),
      );
      await again.close();
    },
  );

  it('given a copy, when it is opened as a log to append to, then it is refused; to read it may be', async () => {
    const replica = rightOf(open('follow'));
    takeAll(replica);
    close(replica);
    const appending = await openSqliteEventLog({
      file,
      codec: wordsCodec,
      mode: 'write',
      writer: 'inline',
    })();
    expect(appending).toHaveProperty(
      'left.message',
      expect.stringMatching(/is a copy of a cluster’s log, which only the cluster may add to/),
    );
    const reading = rightOf(await openSqliteEventLog({ file, codec: wordsCodec, mode: 'read' })());
    expect(rightOf(await reading.readAll(undefined, 10)())).toHaveLength(3);
    await reading.close();
  });

  it.each(['', 'Kent', 'a.b', 'a'.repeat(41), "x'; DROP TABLE events; --"])(
    'given “%s” as a tenant, then it is refused',
    (tenant) => {
      expect(open('follow', tenant)).toMatchObject(E.left({ _tag: 'Unavailable' }));
    },
  );
});

describe('a copy as a log file', () => {
  it('given a copy with thousands of events, then verifying finds it sound, and so is its backup', async () => {
    const replica = rightOf(open('follow'));
    const made = madeUpCluster();
    for (let n = 0; n < 3000; n += 1) {
      if (n % 100 === 50) made.write({ stream: planA, id: wordsId(n), metadata: { else: ours } });
      else made.say(n % 2 === 0 ? planA : planB, n);
    }
    for (let n = 0; n < 3000; n += 700) {
      rightOf(replica.take(made.all().slice(n, n + 700), at(n * 100)));
    }
    const to = join(directory, 'backup.db');
    rightOf(await backupSqliteLog({ from: file, to })());
    close(replica);
    for (const each of [file, to]) {
      expect(await verifySqliteLog({ file: each, codec: wordsCodec })()).toEqual(
        E.right({ events: 2970, streams: 2, faults: [] }),
      );
    }
  });
});
