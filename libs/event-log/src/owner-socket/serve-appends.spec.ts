import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppendError, Appended } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawClient } from '../testing/raw-client.ts';
import { toldTimers } from '../testing/told-timers.ts';
import { streamNamed, type WordsEvent, wordsCodec, wordsId } from '../testing/words-event.ts';
import { appendLine } from './append-line.ts';
import { serveAppends, type ServedAppends, type ServeAppendsOptions } from './serve-appends.ts';
import { socketFile } from './socket-file.ts';

const greeting = '{"trackrecord":"appends","version":1}';
const plan = streamNamed('plan-a');

let directory = '';
let file = '';
const serving: ServedAppends[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trackrecord-socket-'));
  file = join(directory, 'log.db');
});

afterEach(async () => {
  for (const one of serving.splice(0)) await one.close();
  rmSync(directory, { recursive: true, force: true });
});

type Log = ServeAppendsOptions<WordsEvent>['log'];
type Outcome = E.Either<AppendError, Appended>;

const stored = (n: number): Outcome =>
  E.right({ lastRevision: n, position: String(n + 1), duplicate: false });

/** A log that counts: its n-th append is stored at revision n. */
const countingLog = (): Readonly<{ log: Log; words: ReadonlyArray<string> }> => {
  const words: string[] = [];
  return {
    words,
    log: {
      append:
        (_stream, _expected, [event]) =>
        async () => {
          words.push(event.words);
          return stored(words.length - 1);
        },
    },
  };
};

/** A log that answers when it is told to. */
const heldLog = () => {
  const asked = Promise.withResolvers<undefined>();
  const answer = Promise.withResolvers<Outcome>();
  const log: Log = {
    append: () => () => {
      asked.resolve(undefined);
      return answer.promise;
    },
  };
  return { log, asked: asked.promise, answer };
};

const serve = async (
  log: Log,
  options: Partial<ServeAppendsOptions<WordsEvent>> = {},
): Promise<ServedAppends> => {
  const served = await serveAppends({ log, codec: wordsCodec, file, ...options })();
  if (E.isLeft(served)) throw new Error(JSON.stringify(served.left));
  serving.push(served.right);
  return served.right;
};

const refusal = async (): Promise<string> => {
  const served = await serveAppends({ log: countingLog().log, codec: wordsCodec, file })();
  if (E.isRight(served)) {
    serving.push(served.right);
    throw new Error('it is served');
  }
  expect(served.left._tag).toBe('Unavailable');
  return JSON.stringify(served.left);
};

const line = (n: number): string => {
  const event = { id: wordsId(n), words: `said ${n}` };
  const texts = [wordsCodec.encode(event)];
  return appendLine({ stream: plan, expected: { _tag: 'NoStream' }, ids: [event.id], texts });
};

const answered = (n: number): string =>
  `{"appended":{"lastRevision":${n},"position":"${n + 1}","duplicate":false}}`;

/** A socket that a process left which nobody listens at any more. */
const staleSocket = async (path: string): Promise<void> => {
  const server = createServer();
  server.listen(join(directory, 'old'));
  await once(server, 'listening');
  renameSync(join(directory, 'old'), path);
  server.close();
  await once(server, 'close');
};

const isRoot = process.getuid?.() === 0;
if (!isRoot)
  console.log('serve-appends.spec.ts: not root; what other users meet at the socket is skipped');

describe('the socket', () => {
  it('given any umask and a directory that all may use, then only its owner may open it, from its first moment', async () => {
    chmodSync(directory, 0o777);
    const umask = process.umask(0);
    try {
      await serve(countingLog().log);
    } finally {
      process.umask(umask);
    }
    const socket = lstatSync(socketFile(file));
    expect(socket.isSocket()).toBe(true);
    expect((socket.mode & 0o777).toString(8)).toBe('600');
    expect(socket.uid).toBe(process.getuid?.());
    // Nothing of its making is left.
    expect(readdirSync(directory)).toEqual(['log.db.sock']);
  });

  it.runIf(isRoot)('given another user, then the socket does not open for him', async () => {
    await serve(countingLog().log);
    // So that nothing but the socket’s own mode stands in the way.
    chmodSync(directory, 0o755);
    const asNobody = (): string =>
      spawnSync(
        process.execPath,
        [
          '-e',
          `require('net').connect(process.argv[1])
             .on('error', ({ code }) => console.log(code))
             .on('connect', () => { console.log('open'); process.exit(); })`,
          socketFile(file),
        ],
        { uid: 65_534, gid: 65_534, encoding: 'utf8', cwd: '/' },
      ).stdout.trim();
    expect(asNobody()).toBe('EACCES');
    chmodSync(socketFile(file), 0o666);
    expect(asNobody()).toBe('open');
  });

  it('given that it is closed, then nothing of it is left', async () => {
    const served = await serve(countingLog().log);
    await served.close();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('given that something else stands in its place when it is closed, then that is left', async () => {
    const served = await serve(countingLog().log);
    rmSync(socketFile(file));
    writeFileSync(socketFile(file), 'mine');
    await served.close();
    expect(readFileSync(socketFile(file), 'utf8')).toBe('mine');
  });

  it('given what a killed process left, then it makes way', async () => {
    await staleSocket(socketFile(file));
    mkdirSync(`${socketFile(file)}.new`);
    await staleSocket(join(`${socketFile(file)}.new`, 's'));
    await serve(countingLog().log);
    const client = await rawClient(socketFile(file));
    expect(await client.next()).toBe(greeting);
    client.socket.destroy();
    expect(readdirSync(directory)).toEqual(['log.db.sock']);
  });

  it.each<readonly [string, string, (path: string) => void]>([
    ['a file', '.sock', (path) => writeFileSync(path, 'mine')],
    ['a directory', '.sock', (path) => mkdirSync(path)],
    ['a link', '.sock', (path) => symlinkSync('/nowhere', path)],
    ['a file where it is made', '.sock.new', (path) => writeFileSync(path, 'mine')],
    ['a link where it is made', '.sock.new', (path) => symlinkSync(tmpdir(), path)],
  ])(
    'given %s in its place, then it is refused by name, and that is left',
    async (_case, name, make) => {
      make(`${file}${name}`);
      const before = lstatSync(`${file}${name}`);
      expect(await refusal()).toContain(`${file}${name}`);
      expect(lstatSync(`${file}${name}`).ino).toBe(before.ino);
      expect(readdirSync(directory)).toHaveLength(1);
    },
  );

  it.runIf(isRoot)('given another user’s socket in its place, then it is left to him', async () => {
    await staleSocket(socketFile(file));
    chownSync(socketFile(file), 65_534, 65_534);
    expect(await refusal()).toContain('another user (number 65534)');
    expect(lstatSync(socketFile(file)).uid).toBe(65_534);
  });

  it('given a directory that is not there, then it is refused by name', async () => {
    file = join(directory, 'none', 'log.db');
    expect(await refusal()).toContain(socketFile(file));
    expect(existsSync(join(directory, 'none'))).toBe(false);
  });
});

describe('serving', () => {
  it('given lines, one by one or several at once, then each is answered, in order', async () => {
    const { log, words } = countingLog();
    await serve(log);
    const client = await rawClient(socketFile(file));
    expect(await client.next()).toBe(greeting);
    client.say(line(0));
    expect(await client.next()).toBe(answered(0));
    client.say(`${line(1)}${line(2)}${line(3)}`);
    expect([await client.next(), await client.next(), await client.next()]).toEqual(
      [1, 2, 3].map(answered),
    );
    expect(words).toEqual(['said 0', 'said 1', 'said 2', 'said 3']);
    client.socket.destroy();
  });

  it('given a client that says all it has and listens, then it is answered', async () => {
    await serve(countingLog().log);
    const client = await rawClient(socketFile(file));
    client.socket.end(line(0));
    expect(await client.rest()).toEqual([greeting, answered(0)]);
  });

  it('given a failure, then it is told as the log tells it', async () => {
    await serve({
      append: () => async () => E.left({ _tag: 'WrongRevision', stream: plan, actual: undefined }),
    });
    const client = await rawClient(socketFile(file));
    client.socket.end(line(0));
    expect((await client.rest()).at(-1)).toBe(
      '{"failed":{"_tag":"WrongRevision","stream":"plan-a"}}',
    );
  });

  it('given what is no append, then it is refused in words, what came after it is not looked at, and others are served', async () => {
    const { log, words } = countingLog();
    await serve(log);
    const client = await rawClient(socketFile(file));
    client.say(`{"append":{}}\n${line(0)}`);
    expect(await client.rest()).toEqual([
      greeting,
      '{"refused":"“stream” is no name of a stream"}',
    ]);
    const other = await rawClient(socketFile(file));
    other.socket.end(line(1));
    expect((await other.rest()).at(-1)).toBe(answered(0));
    expect(words).toEqual(['said 1']);
  });

  it('given a line without an end, then nothing is appended', async () => {
    const { log, words } = countingLog();
    await serve(log);
    const client = await rawClient(socketFile(file));
    client.socket.end(line(0).trimEnd());
    expect(await client.rest()).toEqual([greeting, '{"refused":"the last line has no end"}']);
    expect(words).toEqual([]);
  });

  it('given more than the longest append, then it is refused before it is all there', async () => {
    await serve(countingLog().log);
    const client = await rawClient(socketFile(file));
    client.say('x'.repeat(1024 * 1024 + 4096 + 1));
    expect(await client.rest()).toEqual([
      greeting,
      '{"refused":"a line is longer than 1052672 bytes"}',
    ]);
  });

  it('given a log that fails in a way that nobody foresaw, then that is not answered, and others are served', async () => {
    const { log } = countingLog();
    const broken = { is: true };
    await serve({
      append: (...args) =>
        broken.is ? () => Promise.reject(new Error('unforeseen')) : log.append(...args),
    });
    const client = await rawClient(socketFile(file));
    client.say(line(0));
    expect(await client.rest()).toEqual([greeting]);
    broken.is = false;
    const other = await rawClient(socketFile(file));
    other.socket.end(line(1));
    expect((await other.rest()).at(-1)).toBe(answered(0));
  });
});

describe('clients that take their time', () => {
  it('given one that says nothing, then it is turned away after a minute, and holds up nobody', async () => {
    const { startTimer, fire } = toldTimers();
    await serve(countingLog().log, { startTimer });
    const silent = await rawClient(socketFile(file));
    expect(await silent.next()).toBe(greeting);
    const other = await rawClient(socketFile(file));
    other.socket.end(line(0));
    expect((await other.rest()).at(-1)).toBe(answered(0));
    fire(60_000);
    expect(await silent.rest()).toEqual(['{"refused":"nothing was asked for 60 s"}']);
  });

  it('given one that begins a line, then it has ten seconds for it, however it trickles in', async () => {
    const { startTimer, fire, running } = toldTimers();
    await serve(countingLog().log, { startTimer });
    const slow = await rawClient(socketFile(file));
    expect(await slow.next()).toBe(greeting);
    slow.say('{"app');
    while (!running().includes(10_000)) await new Promise((resolve) => setImmediate(resolve));
    const begun = running();
    slow.say('end":');
    await new Promise((resolve) => setImmediate(resolve));
    expect(running()).toEqual(begun);
    fire(10_000);
    expect(await slow.rest()).toEqual(['{"refused":"a line has not ended within 10 s"}']);
  });

  it('given one that does not take what it is told, then it is cut off after ten seconds', async () => {
    const { startTimer, fire, running } = toldTimers();
    const message = 'x'.repeat(4_000_000);
    await serve(
      { append: () => async () => E.left({ _tag: 'Unavailable', message }) },
      { startTimer },
    );
    // Nobody listens to what it is told.
    const deaf = connect(socketFile(file));
    deaf.write(line(0));
    while (!running().includes(10_000)) await new Promise((resolve) => setImmediate(resolve));
    fire(10_000);
    while (running().length > 0) await new Promise((resolve) => setImmediate(resolve));
    deaf.destroy();
  });

  it('given 64 of them, then the next one is turned away, until one has gone', async () => {
    await serve(countingLog().log);
    const all = await Promise.all(Array.from({ length: 64 }, () => rawClient(socketFile(file))));
    expect(await Promise.all(all.map(({ next }) => next()))).toEqual(Array(64).fill(greeting));
    const next = await rawClient(socketFile(file));
    expect(await next.rest()).toEqual(['{"refused":"64 others are connected already"}']);
    all[0]?.socket.end();
    expect(await all[0]?.rest()).toEqual([]);
    const later = await rawClient(socketFile(file));
    expect(await later.next()).toBe(greeting);
    [...all, later].forEach(({ socket }) => socket.destroy());
  });
});

describe('closing', () => {
  it('given an append under way, then it is answered, and its client turned away after that', async () => {
    const { log, asked, answer } = heldLog();
    const served = await serve(log);
    const [busy, idle] = [await rawClient(socketFile(file)), await rawClient(socketFile(file))];
    expect([await busy.next(), await idle.next()]).toEqual([greeting, greeting]);
    busy.say(`${line(0)}${line(1)}`);
    await asked;
    const state = { isClosed: false };
    const closed = served.close().then(() => {
      state.isClosed = true;
    });
    expect(await idle.rest()).toEqual(['{"refused":"the server is being stopped"}']);
    expect(state.isClosed).toBe(false);
    expect(existsSync(socketFile(file))).toBe(false);
    answer.resolve(stored(0));
    expect(await busy.rest()).toEqual([answered(0), '{"refused":"the server is being stopped"}']);
    await closed;
  });

  it('given clients that are connected and do nothing, then it does not wait for them', async () => {
    const served = await serve(countingLog().log);
    const clients = await Promise.all([1, 2, 3].map(() => rawClient(socketFile(file))));
    for (const { next } of clients) expect(await next()).toBe(greeting);
    await served.close();
    for (const { rest } of clients) {
      expect(await rest()).toEqual(['{"refused":"the server is being stopped"}']);
    }
  });
});
