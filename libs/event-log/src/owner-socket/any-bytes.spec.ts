import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rawClient } from '../testing/raw-client.ts';
import { streamNamed, wordsCodec, wordsId } from '../testing/words-event.ts';
import { appendLine } from './append-line.ts';
import { serveAppends, type ServedAppends } from './serve-appends.ts';
import { socketFile } from './socket-file.ts';

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-bytes-'));
const file = join(directory, 'log.db');
const appended: string[] = [];
const serving: ServedAppends[] = [];

beforeAll(async () => {
  const served = await serveAppends({
    file,
    codec: wordsCodec,
    log: {
      append:
        (_stream, _expected, [event]) =>
        async () => {
          appended.push(event.words);
          return E.right({ lastRevision: 0, position: '1', duplicate: false });
        },
    },
  })();
  if (E.isRight(served)) serving.push(served.right);
});

afterAll(async () => {
  for (const one of serving) await one.close();
  rmSync(directory, { recursive: true });
});

const event = { id: wordsId(1), words: 'said' };

const good = appendLine({
  stream: streamNamed('plan-a'),
  expected: { _tag: 'NoStream' },
  ids: [event.id],
  texts: [wordsCodec.encode(event)],
});

/** All that is said to who says this, and then no more. */
const answersTo = async (bytes: string | Uint8Array): Promise<ReadonlyArray<string>> => {
  const client = await rawClient(socketFile(file));
  client.socket.end(bytes);
  return client.rest();
};

const isRefusal = (line: string): boolean => /^\{"refused":"[^]+"\}$/u.test(line);

/** A good line of which one character is another. */
const spoiled = fc
  .record({ at: fc.nat(good.length - 2), by: fc.string({ minLength: 1, maxLength: 1 }) })
  .map(({ at, by }) => `${good.slice(0, at)}${by}${good.slice(at + 1)}`)
  // An id, a name or words of other characters are as good.
  .filter((line) => {
    const structure = line.replace(/"(?:words|stream|id)":"[^"\\]*"/gu, '');
    return structure !== good.replace(/"(?:words|stream|id)":"[^"\\]*"/gu, '');
  });

/** An append with any JSON in the place of one of its members. */
const misfit = fc
  .record({
    member: fc.constantFrom('stream', 'expected', 'events'),
    value: fc.jsonValue({ maxDepth: 3 }),
  })
  .map(({ member, value }) => {
    const append = { stream: 'plan-a', expected: { _tag: 'NoStream' }, events: [event] };
    return `${JSON.stringify({ append: { ...append, [member]: value } })}\n`;
  });

it('given any bytes that are no append, then they are refused, nothing is appended, and the next one is served', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    fc.string({ minLength: 1 }),
    fc.json().map((json) => `${json}\n`),
    spoiled,
    misfit,
    fc.constant(good.trimEnd()),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (said) => {
      const [greeting, ...answers] = await answersTo(said);
      expect(greeting).toBe('{"trackrecord":"appends","version":1}');
      expect(answers.map(isRefusal)).toEqual([true]);
      expect(appended).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(await answersTo(good)).toHaveLength(2);
  expect(appended).toEqual(['said']);
});
