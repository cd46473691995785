import * as t from 'io-ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPaper } from './harbour-year.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { serve, type Serving } from './kit/serving.ts';

const now = '2025-08-01T10:00:00.000Z';

type Made = Readonly<{ desk: Desk; serving: Serving; token: string }>;

const made: { at?: Made } = {};

const at = (): Made => {
  if (made.at === undefined) throw new Error('nothing is served yet');
  return made.at;
};

/** What the API answers to whom the token lets in. */
const asked = async (path: string): Promise<unknown> => {
  const response = await fetch(`${at().serving.url}/api/v1${path}`, {
    headers: { authorization: `Bearer ${at().token}` },
  });
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
};

const AnyJson = t.unknown;

describe('the API and the command line', () => {
  beforeAll(async () => {
    const desk = setUpDesk();
    desk.setNow('2025-03-31');
    await importPaper(desk, 'plan-2025-q1.txt', '2025-03-31');
    desk.setNow('2025-06-30');
    await importPaper(desk, 'plan-2025-q2.txt', '2025-06-30');
    desk.setNow(now);
    await desk.done('rate', 'harbour', '3', 'Red', '--why', 'No site yet', '--by', 'Rhoda Tansley');
    const { token } = await desk.json(
      t.type({ token: t.string }),
      ...['token', 'create', '--name', 'Screen', '--role', 'auditor', '--by', 'Rhoda Tansley'],
    );
    made.at = { desk, serving: await serve(desk, now), token };
  });

  afterAll(() => made.at?.serving.stop());

  it.each([
    ['/plans', ['plans']],
    ['/plans/harbour', ['plan', 'harbour']],
    [
      '/plans/harbour?asOf=2025-05-01&knownAt=2025-07-01',
      ['plan', 'harbour', '--as-of', '2025-05-01', '--known-at', '2025-07-01'],
    ],
    ['/plans/harbour?asIn=plan-2025-q1.txt', ['plan', 'harbour', '--as-in', 'plan-2025-q1.txt']],
    ['/plans/harbour?rating=red', ['plan', 'harbour', '--rating', 'Red']],
    ['/plans/harbour/actions/3', ['action', 'harbour', '3']],
    ['/plans/harbour/history', ['history', 'harbour']],
    [
      '/plans/harbour/history?all=true&field=rating',
      ['history', 'harbour', '--all', '--field', 'rating'],
    ],
    ['/plans/harbour/actions/3/history', ['history', 'harbour', '3']],
    ['/plans/harbour/owed', ['owed', 'harbour']],
    ['/owed?asOf=2026-01-31', ['owed', '--as-of', '2026-01-31']],
    [
      '/plans/harbour/changes?from=2025-03-31&to=2025-08-01',
      ['changes', 'harbour', '--from', '2025-03-31', '--to', '2025-08-01'],
    ],
    ['/parties', ['parties']],
    ['/plans/harbour/parties?asOf=2025-06-30', ['parties', 'harbour', '--as-of', '2025-06-30']],
  ])('given GET %s, then it answers as trackrecord %j does', async (path, argv) => {
    const printed = await at().desk.json(AnyJson, ...argv);
    expect(await asked(path)).toEqual(printed);
  });
});
