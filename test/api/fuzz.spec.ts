import { partyNamed, type Writable } from '@trackrecord/application';
import { eventCodec } from '@trackrecord/domain';
import { openSqliteEventLog, openViews, verifySqliteLog } from '@trackrecord/event-log';
import { type KnownValues, memoryTrackrecord, rightOf } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arbitraryRequest, type SentRequest } from './kit/arbitrary-request.ts';
import { wrongWith } from './kit/judge-answer.ts';
import { operationsIn, type ReadOperation } from './kit/operations.ts';
import { type Answered, type ServedApi, serveApi } from './kit/served-api.ts';
import { sown } from './kit/sown.ts';

/** How many requests each operation is sent; more by the environment, for whoever touches the API. */
const runs = Number(process.env['TRACKRECORD_API_FUZZ_RUNS'] ?? 4);

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-api-'));
const file = join(directory, 'log.db');

const openLog = async (): Promise<Writable> => {
  const memory = await memoryTrackrecord();
  const log = rightOf(
    await openSqliteEventLog({ file, codec: eventCodec, mode: 'write', writer: 'inline' })(),
  );
  return { ...memory, log };
};

type Stage = Readonly<{
  api: ServedApi;
  token: string;
  party: string;
  document: unknown;
  known: KnownValues;
}>;

const at: { stage?: Stage; asked: number } = { asked: 0 };

const stage = (): Stage => {
  if (at.stage === undefined) throw new Error('not served yet');
  return at.stage;
};

/** How many requests a token is good for before the server asks it to wait. */
const perToken = 40;

/** A token that has not asked for too much yet. */
const nextToken = async (): Promise<string> => {
  const { api, token, party } = stage();
  at.asked += 1;
  if (at.asked % perToken === 0)
    at.stage = { ...stage(), token: await api.tokenFor({ role: 'administrator' }, party) };
  return token;
};

const isFeed = ({ operationId }: ReadOperation): boolean => operationId === 'followLog';

/** A feed goes on for ever: what counts is how it begins. */
const beginningOf = async (
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answered> => {
  const leaving = new AbortController();
  const response = await fetch(url, { headers, signal: leaving.signal });
  const isOpen = response.status === 200;
  const text = isOpen ? '' : await response.text();
  leaving.abort();
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isOpen ? undefined : JSON.parse(text),
  };
};

const send = async (
  operation: ReadOperation,
  { path, headers, body }: SentRequest,
): Promise<Answered> => {
  const { api } = stage();
  const token = await nextToken();
  const authorization = `Bearer ${token}`;
  return isFeed(operation)
    ? beginningOf(`${api.url}/api/v1${path}`, { ...headers, authorization })
    : api.ask(operation.method, `/api/v1${path}`, { token, headers, body });
};

describe('any request', () => {
  beforeAll(async () => {
    const data = await openLog();
    const api = await serveApi(data, () => Promise.resolve());
    const today = data.clock.today('Europe/London');
    const party = rightOf(
      await partyNamed(api.data)({ name: 'A. Manager', kind: 'person' }, today)(),
    );
    const token = await api.tokenFor({ role: 'administrator' }, party);
    const document = (await api.ask('GET', '/api/v1/openapi.json')).json;
    at.stage = { api, token, party, document, known: await sown(api, token) };
  });

  afterAll(async () => {
    await at.stage?.api.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it(
    'given every operation of the description, then whatever it is sent, the answer is one that it describes',
    async () => {
      const { document, known } = stage();
      const operations = operationsIn(document);
      expect(operations.length).toBeGreaterThan(100);
      for (const operation of operations)
        await fc.assert(
          fc.asyncProperty(arbitraryRequest(document, operation, known), async (request) => {
            expect(wrongWith(document, operation, await send(operation, request))).toEqual([]);
          }),
          { numRuns: runs, endOnFailure: true },
        );
    },
    120_000 + runs * 10_000,
  );

  it('given all that was sent, then the log is sound, and what it holds can be asked', async () => {
    const { api } = stage();
    const head = rightOf(await api.data.views.catchUp()());
    const found = rightOf(await verifySqliteLog({ file, codec: eventCodec })());
    expect(found.faults).toEqual([]);
    expect(found.events).toBe(head);
    const anew = rightOf(await openViews({ file: ':memory:', log: api.data.log })());
    expect(rightOf(anew.head())).toBe(head);
    anew.close();
    for (const path of [
      '/plans',
      '/parties',
      '/audit-trail',
      '/owed',
      '/plans/harbour',
      '/tokens',
    ]) {
      const { status } = await api.ask('GET', `/api/v1${path}`, { token: await nextToken() });
      expect([path, status]).toEqual([path, 200]);
    }
  });
});
