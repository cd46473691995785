import type { KnownValues } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { must } from '@trackrecord/test-kit';
import type { ServedApi } from './served-api.ts';

const text = (member: string, value: unknown): string =>
  must(t.type({ [member]: t.string }))(value)[member] ?? '';

const effectiveOn = '2026-01-01';

/** The text of a document that an import takes. */
const paper = [
  'Moor Children’s Plan 2026',
  '',
  'Priority 1: Every child is safe',
  '',
  'Action 1. Open the crossing',
  '',
  'Rating: Amber',
].join('\n');

/**
 * Fills an API with two plans that have some of everything, through the API itself.
 * @returns what there is to be named, by the names of the description's schemas
 */
export const sown = async (api: ServedApi, token: string): Promise<KnownValues> => {
  const send = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answered = await api.ask(method, `/api/v1${path}`, { token, body });
    if (answered.status !== 200)
      throw new Error(`${method} ${path} was answered ${answered.status}: ${answered.text}`);
    return answered.json;
  };
  const person = text(
    'party',
    await send('POST', '/parties', { kind: 'person', name: 'I. Farrow' }),
  );
  const trust = text(
    'party',
    await send('POST', '/parties', { kind: 'organisation', name: 'Harbour Trust' }),
  );
  await send('POST', '/partnerships', { partnership: 'bay', name: 'Bay Partnership' });
  for (const plan of ['harbour', 'vale']) {
    await send('POST', '/plans', {
      plan,
      title: `The ${plan} plan`,
      partnership: 'bay',
      effectiveOn,
    });
    const add = (path: string, body: Readonly<Record<string, unknown>>) =>
      send('POST', `/plans/${plan}${path}`, { ...body, effectiveOn });
    await add('/priorities', { priority: '1', title: 'Every child is safe' });
    await add('/priorities', { priority: '2', title: 'Every child is heard' });
    await add('/themes', { theme: '1.1', title: 'On the road', priority: '1' });
    await add('/enablers', { enabler: '1', title: 'People who stay' });
    await add('/results', { result: '1', title: 'Fewer are hurt', priority: '1' });
    for (const ref of ['1', '2', '3'])
      await add('/actions', { ref, title: `Do ${ref}`, under: { priority: '1' } });
    await add('/targets', { target: '1', words: 'Half of all', under: 'priority:1' });
    await add('/data-needs', { dataNeed: '1', words: 'How many walk', under: 'priority:1' });
    await add('/actions/1/notes', { note: 'n-1', text: 'Begun' });
    await add('/actions/2/requests', { request: 'r-1', of: [person], words: 'How is it?' });
    await add('/reviews', {});
  }
  const indicator = text(
    'indicator',
    await send('POST', '/plans/harbour/indicators', {
      title: 'Hurt on the road',
      code: 'NI 901',
      effectiveOn,
    }),
  );
  await send('PUT', `/plans/harbour/indicators/${indicator}/links/priority:1`, { effectiveOn });
  await send('POST', `/plans/harbour/indicators/${indicator}/observations`, {
    observed: { value: 412, period: '2025/26', status: 'final' },
    effectiveOn,
  });
  const imported = await send('POST', '/plans/moor/imports', {
    name: 'moor.txt',
    text: paper,
    effectiveOn,
  });
  const account = text(
    'account',
    await send('POST', '/accounts', {
      party: person,
      signInName: 'i.farrow',
      roles: [{ role: 'reader' }],
    }),
  );
  const other = text('id', await send('POST', '/tokens', { name: 'Screen', role: 'reader' }));
  const address = 'http://127.0.0.1:9/news';
  const kinds = ['rating.changed'];
  const news = { name: 'Case system', address, kinds };
  const webhook = text('webhook', await send('POST', '/webhooks', news));
  return {
    PlanId: ['harbour', 'vale', 'moor', 'nowhere'],
    Ref: ['1', '2', '3', '1.1', 'n-1', 'r-1'],
    PartyId: [person, trust],
    IndicatorId: [indicator],
    PartnershipId: ['bay'],
    AccessId: [account, other],
    WebhookId: [webhook],
    webhook: [webhook],
    delivery: ['1', '2', '99'],
    below: ['1', '2'],
    WebhookName: ['Case system'],
    WebhookAddress: ['http://127.0.0.1:9/news', 'https://127.0.0.1:9/'],
    NameOrId: ['I. Farrow', person],
    Subject: [
      'plan',
      'priority:1',
      'theme:1.1',
      'enabler:1',
      'result:1',
      'action:1',
      'target:1',
      'dataNeed:1',
      `indicator:${indicator}`,
    ],
    LocalDate: ['2026-01-01', '2026-03-31', '2026-06-30'],
    Rating: ['Red', 'Amber', 'Green', 'Purple'],
    Ordinal: [0, 1, 5, 20, 40],
    JsonString: ['', 'moor.txt', 'Action 1.'],
    // By the names of parameters.
    plan: ['harbour', 'vale', 'harbour', 'vale', 'nowhere'],
    ref: ['1', '2', '3'],
    priority: ['1', '2'],
    theme: ['1.1'],
    note: ['n-1'],
    target: ['1'],
    dataNeed: ['1'],
    on: ['2026-06-30'],
    asIn: ['moor.txt'],
    waitFor: [text('token', imported)],
    after: ['0', '5', '12.1'],
    limit: ['1', '2', '100'],
    document: ['moor.txt', 'other.txt'],
    person: [person, 'I. Farrow'],
    party: [person, trust],
    subject: ['plan', '1', 'theme:1.1', `indicator:${indicator}`, `party:${person}`],
    field: ['title', 'rating'],
    rating: ['Red', 'not rated'],
  };
};
