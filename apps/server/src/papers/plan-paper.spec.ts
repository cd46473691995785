import type { Principal } from '@trackrecord/application';
import {
  AccessId,
  PartyId,
  PlanId,
  RatingChanged,
  SignInName,
  ReviewHeld,
} from '@trackrecord/domain';
import { anAction, aPlan, happened, holding, type Logged, must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { routesOf } from '../api/endpoint.ts';
import { paperQuestions } from '../api/questions/paper-questions.ts';
import type { Accessed, Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';
import { fieldsOf, noFields } from '../http/fields.ts';
import type { Reply } from '../http/reply.ts';
import { savePaper } from '../pages/plan/save-paper.ts';
import { visitorAs } from '../testing/test-browser.ts';
import { testDesk } from '../testing/test-desk.ts';

const somebody = (role: Principal['grants'][number]['role']): Principal => ({
  party: must(PartyId)('p-9'),
  name: 'Rhoda Tansley',
  grants: [{ role, plan: must(PlanId)('harbour') }],
  credential: {
    _tag: 'Account',
    account: must(AccessId)('a-9'),
    signInName: must(SignInName)('rhoda'),
  },
});

const plan = 'plan-harbour';

// Today is 30 June 2026.
const log: ReadonlyArray<Logged> = [
  /* 1 */ [plan, aPlan],
  /* 2 */ [plan, anAction('27')],
  /* 3 */ [plan, happened(RatingChanged, { action: '27', rating: 'Red' }, '2026-02-01')],
  /* 4 */ [
    'review-harbour-2026-03-31',
    happened(ReviewHeld, { plan: 'harbour', on: '2026-03-31', ordinal: 3 }, '2026-03-31'),
  ],
  /* 5 */ [plan, happened(RatingChanged, { action: '27', rating: 'Green' }, '2026-05-01')],
];

const routes = { page: [savePaper], api: paperQuestions.flatMap(routesOf) };

describe('a plan as a file that is sent', () => {
  const noted: Accessed[] = [];
  const at: { desk?: Desk } = {};

  beforeAll(async () => {
    at.desk = {
      ...(await testDesk(await holding(...log))),
      noteAccess: (access) => void noted.push(access),
    };
  });

  type Asked = Readonly<{
    from?: keyof typeof routes;
    kind?: string;
    query?: string;
    role?: Principal['grants'][number]['role'];
    etag?: string;
  }>;

  const ask = async ({
    from = 'page',
    kind = 'csv',
    query = '',
    role = 'reader',
    etag,
  }: Asked): Promise<Reply | Readonly<{ failed: string; field?: string | undefined }>> => {
    const [route] = routes[from];
    if (route === undefined || at.desk === undefined) throw new Error('there is no route');
    const exchange: Exchange = {
      id: 'r-1',
      method: 'GET',
      path: `/plans/harbour/papers/${kind}`,
      params: { plan: 'harbour', kind },
      query: fieldsOf(new URLSearchParams(query)),
      form: noFields,
      files: [],
      body: undefined,
      header: (name) => (name === 'if-none-match' ? etag : undefined),
      visitor: visitorAs(somebody(role)),
      address: '127.0.0.1',
      gone: new AbortController().signal,
    };
    const answered = await route.answer(at.desk)(exchange)();
    if (E.isRight(answered)) return answered.right;
    const { left } = answered;
    return { failed: left._tag, ...('field' in left ? { field: left.field } : {}) };
  };

  const textOf = async (asked: Asked): Promise<string> => {
    const reply = await ask(asked);
    if (!('_tag' in reply) || reply._tag !== 'Body') throw new Error(JSON.stringify(reply));
    return Buffer.from(reply.body).toString('utf8');
  };

  const etagOf = async (asked: Asked): Promise<string | undefined> => {
    const reply = await ask(asked);
    return 'headers' in reply ? reply.headers?.['etag'] : undefined;
  };

  it.each(['page', 'api'] as const)(
    'given the %s, then a file with its type, its name, and a tag of the plan’s last change',
    async (from) => {
      expect(await ask({ from, kind: 'docx' })).toMatchObject({
        _tag: 'Body',
        status: 200,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        fileName: 'harbour-2026-06-30.docx',
      });
      expect(await etagOf({ from, kind: 'docx' })).toMatch(/^"5-[0-9a-f]{16}"$/u);
    },
  );

  it('given other dates, then what was true and known then, by the name of that date', async () => {
    const query = 'asOf=2026-02-28';
    expect(await textOf({ query })).toContain(',Red,');
    expect(await textOf({ query: '' })).toContain(',Green,');
    expect(await textOf({ query: 'knownAt=2' })).toContain(',Not rated,');
    expect(await ask({ query })).toMatchObject({ fileName: 'harbour-2026-02-28-actions.csv' });
  });

  it('given since when, then changes since then; by itself since the last review', async () => {
    const query = 'table=changes';
    expect(await textOf({ query })).toContain('Rated better,27,Do 27,,Red,Green,2026-05-01');
    expect(await textOf({ query: `${query}&since=2026-05-02` })).not.toContain('Rated');
  });

  it('given whoever has the very same file, then nothing is sent; another kind or date is another file', async () => {
    const etag = await etagOf({});
    if (etag === undefined) throw new Error('no tag');
    expect(await ask({ etag })).toMatchObject({ _tag: 'Empty', status: 304, headers: { etag } });
    for (const other of [{ kind: 'md' }, { query: 'asOf=2026-06-29' }, { query: 'table=owed' }])
      expect(await ask({ ...other, etag })).toMatchObject({ status: 200 });
  });

  it('given a reader, then no table of the history, and a workbook without it, which is another file', async () => {
    expect(await ask({ query: 'table=history' })).toMatchObject({ failed: 'NotAuthorised' });
    expect(await ask({ from: 'api', query: 'table=history' })).toMatchObject({ status: 403 });
    noted.length = 0;
    expect(await ask({ kind: 'xlsx' })).toMatchObject({ status: 200 });
    expect(noted).toEqual([]);
    expect(await etagOf({ kind: 'xlsx', role: 'auditor' })).not.toBe(
      await etagOf({ kind: 'xlsx', role: 'reader' }),
    );
  });

  it('given an auditor, then the history, and that it was taken along is noted', async () => {
    noted.length = 0;
    expect(await textOf({ query: 'table=history', role: 'auditor' })).toContain(
      ',Action 27,Rating,Red,Green,',
    );
    expect(noted).toEqual([
      { who: 'p-9', what: 'export as CSV: history of plan harbour', request: 'r-1' },
    ]);
  });

  it.each([
    ['kind', { kind: 'doc' }, { failed: 'Missing' }, { status: 404 }],
    ['table', { query: 'table=people' }, { failed: 'Invalid', field: 'table' }, { status: 400 }],
    [
      'a table of a paper',
      { kind: 'pdf', query: 'table=owed' },
      { failed: 'Invalid', field: 'table' },
      { status: 400 },
    ],
    ['since', { query: 'since=soon' }, { failed: 'Invalid', field: 'since' }, { status: 400 }],
    [
      'a date to come before',
      { query: 'since=2026-07-01' },
      { failed: 'Invalid', field: 'since' },
      { status: 400 },
    ],
    ['a date', { query: 'asOf=2026-02-31' }, { failed: 'Invalid', field: 'asOf' }, { status: 400 }],
    [
      'a date before the plan',
      { query: 'asOf=2020-01-01' },
      { failed: 'Missing' },
      { status: 404 },
    ],
  ])('given %s that is not accepted, then it is refused', async (_what, asked, page, api) => {
    expect(await ask(asked)).toMatchObject(page);
    expect(await ask({ ...asked, from: 'api' })).toMatchObject(api);
  });
});
