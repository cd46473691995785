import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { AppendError, Appended, EventLog } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import type { TaskEither } from 'fp-ts/lib/TaskEither.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteEventLog } from '../sqlite/open-sqlite-event-log.ts';
import { toldTimers } from '../testing/told-timers.ts';
import { streamNamed, type WordsEvent, wordsCodec, wordsId } from '../testing/words-event.ts';
import { openSharedEventLog, type SharedEventLogOptions } from './open-shared-event-log.ts';
import { serveAppends } from './serve-appends.ts';
import { socketFile } from './socket-file.ts';

const plan = streamNamed('plan-a');
let directory = '';
let file = '';
const closing: Array<() => unknown> = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'trackrecord-shared-'));
  file = join(directory, 'log.db');
});

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  rmSync(directory, { recursive: true });
});

const rightOf = async <L, A>(answer: TaskEither<L, A>): Promise<A> => {
  const outcome = await answer();
  if (E.isRight(outcome)) return outcome.right;
  throw new Error(`unexpected: ${JSON.stringify(outcome.left)}`);
};

/** Somebody who holds the log’s lock. */
const givenWriter = async (): Promise<EventLog<WordsEvent>> => {
  const log = await rightOf(
    openSqliteEventLog({ file, codec: wordsCodec, mode: 'write', writer: 'inline' }),
  );
  closing.push(log.close);
  return log;
};

const open = (options: Partial<SharedEventLogOptions<WordsEvent>> = {}) =>
  openSharedEventLog({ file, codec: wordsCodec, writer: 'inline', ...options });

const opened = async (
  options: Partial<SharedEventLogOptions<WordsEvent>> = {},
): Promise<EventLog<WordsEvent>> => {
  const log = await rightOf(open(options));
  closing.push(log.close);
  return log;
};

const append = (log: EventLog<WordsEvent>, n = 1): Promise<E.Either<AppendError, Appended>> =>
  log.append(plan, { _tag: 'NoStream' }, [{ id: wordsId(n), words: `said ${n}` }])();

const greeting = '{"trackrecord":"appends","version":1}\n';
const stored = '{"appended":{"lastRevision":0,"position":"1","duplicate":false}}\n';

/** What a made-up server does with a line that it is told. */
type OnLine = (socket: Socket, line: string) => unknown;

type OnSocket = (socket: Socket) => unknown;

const say =
  (words: string): OnSocket =>
  (socket) =>
    socket.write(words);

const hangUp: OnSocket = (socket) => socket.destroy();

const doNothing: OnSocket = () => undefined;

/** Each connection is begun with these words, and what is said over it is met by the next of these. */
const givenServer = async (
  onLines: ReadonlyArray<OnLine>,
  begin: (socket: Socket, nth: number) => unknown = say(greeting),
) => {
  await givenWriter();
  const told: string[] = [];
  const state = { connections: 0 };
  const server = createServer((socket) => {
    begin(socket, (state.connections += 1));
    socket.on('error', () => undefined);
    createInterface({ input: socket }).on('line', (line) => {
      // Who has said all is not answered any more.
      if (socket.writableEnded) return;
      told.push(line);
      onLines[told.length - 1]?.(socket, line);
    });
  });
  server.listen(socketFile(file));
  await once(server, 'listening');
  const end = (): void => void server.close();
  closing.push(end);
  return { told, state, end };
};

/** Waits for nothing, however often it is asked to. */
const noDelay = () => {
  const delays: number[] = [];
  const delay = (ms: number): Promise<void> => {
    delays.push(ms);
    return Promise.resolve();
  };
  return { delay, delays };
};

const untilRunning = async (running: () => ReadonlyArray<number>, ms: number): Promise<void> => {
  while (!running().includes(ms)) await new Promise((resolve) => setImmediate(resolve));
};

const whyNot = async (answer: Promise<E.Either<AppendError, unknown>>): Promise<string> => {
  const outcome = await answer;
  if (E.isRight(outcome)) throw new Error('it was done');
  expect(outcome.left._tag).toBe('Unavailable');
  return outcome.left._tag === 'Unavailable' ? outcome.left.message : '';
};

describe('opening a log to append to it', () => {
  it('given that nobody writes it, then it is written as ever', async () => {
    expect(await append(await opened())).toMatchObject(E.right({ lastRevision: 0 }));
    expect(await open()()).toMatchObject(E.left({ _tag: 'Locked' }));
  });

  it('given somebody who writes and serves nobody, then it is told who, once patience has ended', async () => {
    await givenWriter();
    for (const [patience_ms, looks] of [
      [0, 0],
      [3000, 30],
    ] as const) {
      const { delay, delays } = noDelay();
      const refused = await open({ patience_ms, delay })();
      expect(refused).toMatchObject(E.left({ _tag: 'Locked' }));
      expect(JSON.stringify(refused)).toContain(`process ${process.pid}`);
      expect(delays).toEqual(Array(looks).fill(100));
    }
  });

  it('given somebody who serves it, then it is not waited for', async () => {
    const { delay, delays } = noDelay();
    await givenServer([say(stored)]);
    expect(await append(await opened({ patience_ms: 3000, delay }))).toMatchObject(
      E.right({ position: '1' }),
    );
    expect(delays).toEqual([]);
  });

  it('given somebody who serves it only once it is waited for, then that is found', async () => {
    const own = await givenWriter();
    const log = await opened({
      patience_ms: 3000,
      delay: async () => {
        const served = await rightOf(serveAppends({ log: own, codec: wordsCodec, file }));
        closing.push(served.close);
      },
    });
    expect(await append(log)).toMatchObject(E.right({ lastRevision: 0 }));
  });

  it('given somebody who ends while he is waited for, then it is written as ever', async () => {
    const own = await givenWriter();
    const log = await opened({ patience_ms: 3000, delay: own.close });
    expect(await append(log)).toMatchObject(E.right({ lastRevision: 0 }));
  });

  it('given another whose turn it is, then it is waited for, and told where it does not end', async () => {
    const own = await givenWriter();
    const served = await rightOf(serveAppends({ log: own, codec: wordsCodec, file }));
    closing.push(served.close);
    const first = await opened({ inTurn: true });
    const { delay, delays } = noDelay();
    const refused = await open({ inTurn: true, patience_ms: 3000, delay })();
    expect(refused).toMatchObject(E.left({ _tag: 'Locked' }));
    expect(JSON.stringify(refused)).toMatch(
      /process \d+ is changing .*log\.db through the server/u,
    );
    expect(delays).toEqual(Array(30).fill(100));
    // Who does not ask for a turn need not wait for one.
    expect(await append(await opened(), 1)).toMatchObject(E.right({ lastRevision: 0 }));
    const second = await opened({ inTurn: true, patience_ms: 3000, delay: first.close });
    expect(await append(second, 1)).toMatchObject(E.right({ duplicate: true }));
  });

  it('given a server of another version, then both versions are told, and nothing is said to it', async () => {
    const { told } = await givenServer([], say('{"trackrecord":"appends","version":2}\n'));
    const why = await whyNot(open()());
    expect(why).toContain(file);
    expect(why).toMatch(/by version 2, .* by version 1\): restart it after an upgrade/u);
    expect(told).toEqual([]);
  });

  it('given a server that does not greet, then it is waited for five seconds', async () => {
    const { startTimer, fire, running } = toldTimers();
    await givenServer([], doNothing);
    const opening = whyNot(open({ startTimer })());
    await untilRunning(running, 5000);
    fire(5000);
    expect(await opening).toContain('it was silent for 5 s');
    expect(running()).toEqual([]);
  });

  it.each([
    ['HTTP/1.1 400 Bad Request\r\n', 'says what no server of Trackrecord says'],
    ['{"refused":"64 others are connected already"}\n', '64 others are connected already'],
    [stored, 'answers before it was asked'],
    ['x'.repeat(70_000), 'says what no server of Trackrecord says'],
  ])('given a server that begins with %.40j, then it is not spoken to', async (words, named) => {
    const { told } = await givenServer([], say(words));
    expect(await whyNot(open()())).toContain(named);
    expect(told).toEqual([]);
  });

  it('given a server that is just ending, then it is as if there were none', async () => {
    await givenServer([], hangUp);
    expect(await open()()).toMatchObject(E.left({ _tag: 'Locked' }));
  });

  it('given what a killed server left, then it is as if there were none', async () => {
    const { end } = await givenServer([]);
    renameSync(socketFile(file), join(directory, 'kept'));
    end();
    renameSync(join(directory, 'kept'), socketFile(file));
    expect(await open()()).toMatchObject(E.left({ _tag: 'Locked' }));
  });

  it('given something else in the socket’s place, then it is named', async () => {
    await givenWriter();
    writeFileSync(socketFile(file), '');
    expect(await whyNot(open()())).toContain(`${socketFile(file)} is no socket`);
  });

  it.runIf(process.getuid?.() === 0)(
    'given a socket of somebody who has nothing to do with the log, then nothing is said to it',
    async () => {
      const { told, state } = await givenServer([say(stored)]);
      chownSync(socketFile(file), 65_534, 65_534);
      expect(await whyNot(open()())).toContain('user number 65534');
      // Where the log is his, so may the socket be.
      chownSync(file, 65_534, 65_534);
      expect(await append(await opened())).toMatchObject(E.right({ position: '1' }));
      expect([told.length, state.connections]).toEqual([1, 1]);
    },
  );
});

describe('a log whose path is longer than a socket’s address', () => {
  it('given a server, then it is appended to through it all the same', async () => {
    file = join(directory, 'a'.repeat(100), 'b'.repeat(100), 'log.db');
    const own = await givenWriter();
    const served = await rightOf(serveAppends({ log: own, codec: wordsCodec, file }));
    closing.push(served.close);
    expect(await append(await opened())).toMatchObject(E.right({ lastRevision: 0 }));
    expect(existsSync(`${file}.sock`)).toBe(true);
  });
});

describe('an append through a server', () => {
  it('given an answer that is lost, then the very same is sent once more, on another connection', async () => {
    const { told, state } = await givenServer([hangUp, say(stored.replace('false', 'true'))]);
    expect(await append(await opened())).toEqual(
      E.right({ lastRevision: 0, position: '1', duplicate: true }),
    );
    expect(told).toEqual([told[0], told[0]]);
    expect(state.connections).toBe(2);
  });

  it.each([
    ['what is no answer', '{"appended":"yes"}\n'],
    ['a greeting', greeting],
  ])('given %s, then nobody knows, and it is sent once more', async (_case, words) => {
    const { told } = await givenServer([say(words), say(stored)]);
    expect(await append(await opened())).toMatchObject(E.right({ position: '1' }));
    expect(told).toHaveLength(2);
  });

  it('given that both answers are lost, then it says that it may have been recorded', async () => {
    const { told } = await givenServer([hangUp, hangUp]);
    const why = await whyNot(append(await opened()));
    expect(why).toContain('plan-a');
    expect(why).toMatch(/gone before it answered; it may have been recorded all the same: look/u);
    expect(told).toHaveLength(2);
  });

  it('given a server that is silent, then it is waited for 15 seconds each time', async () => {
    const { startTimer, fire, running } = toldTimers();
    const { told } = await givenServer([doNothing, doNothing]);
    const outcome = whyNot(append(await opened({ startTimer })));
    for (const _ of [1, 2]) {
      await untilRunning(running, 15_000);
      // What was asked is there, so that it might have been done.
      while (told.length < _) await new Promise((resolve) => setImmediate(resolve));
      fire(15_000);
    }
    expect(await outcome).toMatch(/not answered within 15 s; it may have been recorded/u);
  });

  it('given a server that goes while it is asked and does not come back, then it is looked for 30 times', async () => {
    const { delay, delays } = noDelay();
    const server: { end?: () => void } = {};
    const { end } = await givenServer([
      (socket) => {
        server.end?.();
        socket.destroy();
      },
    ]);
    server.end = end;
    expect(await whyNot(append(await opened({ delay })))).toMatch(
      /gone before it answered; then nobody takes commands for .*log\.db any more; it may have been recorded/u,
    );
    expect(delays).toEqual(Array(30).fill(100));
  });

  it('given a server that was restarted meanwhile, then it is found again', async () => {
    const own = await givenWriter();
    const serve = () => rightOf(serveAppends({ log: own, codec: wordsCodec, file }));
    const first = await serve();
    const log = await opened({
      delay: async () => {
        const second = await serve();
        closing.push(second.close);
      },
    });
    await first.close();
    expect(await append(log)).toMatchObject(E.right({ lastRevision: 0, duplicate: false }));
  });

  it('given a server that refuses it twice, then its words are told, and that nothing was recorded', async () => {
    const refuse: OnSocket = (socket) => socket.end('{"refused":"event 1 is none"}\n');
    const { told } = await givenServer([refuse, refuse]);
    expect(await whyNot(append(await opened()))).toMatch(
      /: event 1 is none; nothing was recorded$/u,
    );
    expect(told).toHaveLength(2);
  });

  it('given a server that turned it away meanwhile, for it was silent, then it connects again', async () => {
    const { told, state } = await givenServer([say(stored), say(stored)], (socket, nth) => {
      socket.write(greeting);
      if (nth === 1) setImmediate(() => socket.end('{"refused":"nothing was asked for 60 s"}\n'));
    });
    const log = await opened();
    while (state.connections === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await append(log)).toMatchObject(E.right({ position: '1' }));
    expect(new Set(told).size).toBe(1);
    expect(state.connections).toBe(2);
  });

  it('given a server that has gone before it was asked, then nothing was recorded', async () => {
    const { delay } = noDelay();
    const { end, told } = await givenServer([], (socket) => {
      socket.end(`${greeting}{"refused":"the server is being stopped"}\n`);
    });
    const log = await opened({ delay });
    end();
    expect(await whyNot(append(log))).toMatch(/nobody takes commands .*; nothing was recorded$/u);
    expect(told.length).toBeLessThanOrEqual(1);
  });

  it('given a failure of the log, then it is handed on as it is, and the connection is kept', async () => {
    const failed = '{"failed":{"_tag":"Unavailable","message":"the disk is full"}}\n';
    const { state } = await givenServer([say(failed), say(stored)]);
    const log = await opened();
    expect(await append(log)).toEqual(E.left({ _tag: 'Unavailable', message: 'the disk is full' }));
    expect(await append(log)).toMatchObject(E.right({ position: '1' }));
    expect(state.connections).toBe(1);
  });

  it('given appends at once, then they are sent one after the other, and closing waits for them', async () => {
    const { told } = await givenServer([say(stored), say(stored), say(stored)]);
    const log = await opened();
    const all = [1, 2, 3].map((n) => append(log, n));
    await log.close();
    expect(await Promise.all(all)).toMatchObject([
      { _tag: 'Right' },
      { _tag: 'Right' },
      { _tag: 'Right' },
    ]);
    expect(told.map((line) => /said \d/u.exec(line)?.[0])).toEqual(['said 1', 'said 2', 'said 3']);
  });
});
