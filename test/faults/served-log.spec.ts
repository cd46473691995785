import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '@trackrecord/application/ports';
import { openSharedEventLog, verifySqliteLog } from '@trackrecord/event-log';
import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { type SampleEvent, sample, sampleCodec, streamName } from '../contract/sample-event.ts';
import { must, noStream, readEverything, revision } from '../contract/with-log.ts';
import { type LogChild, nextLine, startChild } from './log-child.ts';
import { logFile } from './sample-log.ts';
import { inDirectory } from './temporary-directory.ts';

const clients = 4;
const seed = 20_261_122;

/** A server that is killed now and then, and started again at once. */
const killedServer = (file: string) => {
  const servers: LogChild[] = [];
  const state = { isServing: Promise.resolve('') };
  const start = (): void => {
    const child = startChild('serving-child.ts', [file]);
    servers.push(child);
    state.isServing = nextLine(child);
    // One that is killed before it serves says nothing; whoever waits for it hears of that themselves.
    state.isServing.catch(() => undefined);
  };
  /** Over once the server that was started last serves. */
  const isServing = async (): Promise<void> => {
    const waitedFor = state.isServing;
    try {
      await waitedFor;
    } catch (thrown) {
      if (waitedFor === state.isServing) throw thrown;
      await isServing();
    }
  };
  start();
  return {
    isServing,
    killAndStart: () => {
      servers.at(-1)?.kill();
      start();
    },
    last: () => servers.at(-1),
    count: () => servers.length,
  };
};

type Server = ReturnType<typeof killedServer>;

/** Waits for the server that was started last instead of for some time. */
const openClient = (file: string, server: Server): Promise<EventLog<SampleEvent>> =>
  must(
    openSharedEventLog({
      file,
      codec: sampleCodec,
      writer: 'inline',
      patience_ms: 3000,
      delay: async () => {
        await server.isServing();
      },
    }),
  );

/** The n-th event of a client. */
const eventOf = (client: number, n: number): SampleEvent => sample(1000 * client + n);

/** Appends an event until it is acknowledged: the very same, however often nobody knew what had become of it. */
const appendForSure = async (
  log: EventLog<SampleEvent>,
  client: number,
  n: number,
  left = 5,
): Promise<void> => {
  const expected = n === 0 ? noStream : revision(n - 1);
  const outcome = await log.append(streamName(`plan-${client}`), expected, [eventOf(client, n)])();
  if (E.isRight(outcome)) return;
  if (outcome.left._tag !== 'Unavailable' || left === 0) {
    throw new Error(JSON.stringify(outcome.left));
  }
  await appendForSure(log, client, n, left - 1);
};

describe('kill -9 of the process that serves a log, while others append through it', () => {
  // After so many acknowledgements; the next is under way.
  const kills = fc.sample(fc.integer({ min: 1, max: 40 }), { seed, numRuns: 3 });
  const events = 40;

  it(
    `given kills after ${kills.join(', ')} appends, then nothing that was acknowledged is lost, and nothing is there twice`,
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const server = killedServer(file);
      await server.isServing();
      const due = [...kills];
      const acknowledged: string[] = [];
      const state = { sinceKill: 0 };

      const work = async (client: number): Promise<void> => {
        const log = await openClient(file, server);
        for (let n = 0; n < events; n += 1) {
          await appendForSure(log, client, n);
          acknowledged.push(eventOf(client, n).words);
          state.sinceKill += 1;
          if (due[0] !== undefined && state.sinceKill >= due[0]) {
            due.shift();
            state.sinceKill = 0;
            server.killAndStart();
          }
        }
        await log.close();
      };
      await Promise.all(Array.from({ length: clients }, (_, client) => work(client + 1)));
      expect(server.count()).toBe(4);
      expect(acknowledged).toHaveLength(clients * events);

      server.last()?.kill();
      await server.last()?.ended;
      // What the last one left is no server, and no hindrance.
      expect(existsSync(`${file}.sock`)).toBe(true);
      const log = await must(openSharedEventLog({ file, codec: sampleCodec, writer: 'inline' }));
      const stored = (await readEverything(log)).map(({ event }) => event.words);
      expect(stored.toSorted()).toEqual(acknowledged.toSorted());
      await log.close();
      expect(await must(verifySqliteLog({ file, codec: sampleCodec }))).toEqual({
        events: clients * events,
        streams: clients,
        faults: [],
      });
    }),
  );
});

describe('a server and two others that write at once', () => {
  it(
    'given all three, then what each wrote is there once, in its order, and the server ends in good order',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const server = killedServer(file);
      await server.isServing();
      const own = server.last();
      if (own === undefined) return;
      const [one, two] = await Promise.all([openClient(file, server), openClient(file, server)]);
      const writes = async (log: EventLog<SampleEvent>, client: number): Promise<void> => {
        for (let n = 0; n < 50; n += 1) await appendForSure(log, client, n);
      };
      const serverWrites = async (): Promise<void> => {
        for (let n = 0; n < 50; n += 1) {
          own.tell('append');
          expect(await nextLine(own)).toBe('appended');
        }
      };
      await Promise.all([writes(one, 1), writes(two, 2), serverWrites()]);

      const all = await readEverything(one);
      expect(all).toHaveLength(150);
      for (const client of [1, 2]) {
        const stream = all.filter((event) => event.stream === `plan-${client}`);
        expect(stream.map(({ event }) => event)).toEqual(
          Array.from({ length: 50 }, (_, n) => eventOf(client, n)),
        );
      }
      await one.close();
      await two.close();
      own.end();
      expect(await own.ended).toBe(0);
      expect(readdirSync(directory).toSorted()).toEqual(['log.db', 'log.db.lock']);
    }),
  );
});

describe('another user beside a server', () => {
  it.runIf(process.getuid?.() === 0)(
    'given that he may read everything and even lock the log, then he cannot append, and is told whose right it is',
    inDirectory(async (directory) => {
      const file = logFile(directory);
      const server = killedServer(file);
      await server.isServing();
      chmodSync(directory, 0o777);
      for (const name of readdirSync(directory)) {
        if (!name.endsWith('.sock')) chmodSync(join(directory, name), 0o666);
      }
      const he = startChild('sharing-child.ts', [file], { uid: 65_534 });
      const refusal = await nextLine(he);
      expect(refusal).toContain('Unavailable');
      expect(refusal).toContain(`takes commands from its own user alone (${file}.sock)`);
      const owner = startChild('sharing-child.ts', [file]);
      expect(await nextLine(owner)).toBe('open');
      server.last()?.kill();
    }),
  );
});
