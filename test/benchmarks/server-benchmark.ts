import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { must as decoded } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { type Answered, ask, atRate, byClients, keepingAgent, percentile } from './http-client.ts';
import { median, report } from './harness.ts';
import { startListening } from './listening-process.ts';
import { actions, eventsAPlan, parties } from './plan-history.ts';
import { makePlansLog } from './plans-log.ts';

/**
 * The server as people start it, in a process of its own, on plans with 200 actions and 8,000 events each: a plan's
 * page at 20 requests a second, today and on past dates; and updates by 64 clients, each durable before it is
 * answered, against a bare Nest route that says "hello", asked by as many clients in the same rounds.
 */
const perSecond = 20;
const asked = 300;
const clients = 64;
const each = 20;
const rounds = 5;
const plans = 4;

const trackrecord = fileURLToPath(new URL('../../apps/cli/bin/trackrecord.js', import.meta.url));
const hello = fileURLToPath(new URL('hello-nest.ts', import.meta.url));

const log = await makePlansLog(parties + plans * eventsAPlan);

const answer = <A>(codec: t.Type<A, unknown, unknown>, ...argv: ReadonlyArray<string>): A => {
  const printed = execFileSync(
    process.execPath,
    [trackrecord, ...argv, '--json', '--data', log.directory, '--by', 'Person 1'],
    { encoding: 'utf8' },
  );
  return decoded(codec)(JSON.parse(printed));
};

const { password } = answer(
  t.type({ password: t.string }),
  ...['account', 'add', 'Person 1', '--sign-in-name', 'bench', '--role', 'manager'],
);
// A token may ask so often in a minute: several share what 64 people would have each.
const tokens = Array.from(
  { length: 16 },
  (_, n) =>
    answer(
      t.type({ token: t.string }),
      ...['token', 'create', '--name', `bench ${n}`, '--role', 'manager'],
    ).token,
);

const server = await startListening(
  [trackrecord, 'serve', '--port', '0', '--data', log.directory],
  {
    TRACKRECORD_LOG_LEVEL: 'silent',
  },
);
const floor = await startListening(['--conditions=@trackrecord/source', hello]);
const agent = keepingAgent();

/** Signs in as people do; gives what a browser sends from then on. */
const signedIn = async (): Promise<Readonly<Record<string, string>>> => {
  const form = await ask(agent, { method: 'GET', url: `${server.url}/sign-in` });
  const mark = /name="_csrf" value="([^"]*)"/u.exec(form.text)?.[1] ?? '';
  const cookiesOf = ({ headers }: Answered): string =>
    decoded(t.array(t.string))(headers['set-cookie'] ?? [])
      .map((cookie) => cookie.replace(/;.*$/su, ''))
      .join('; ');
  const came = await ask(agent, {
    method: 'POST',
    url: `${server.url}/sign-in`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(form),
    },
    body: new URLSearchParams({ _csrf: mark, signInName: 'bench', password }).toString(),
  });
  if (came.status !== 303) throw new Error(`signing in was answered with ${came.status}`);
  return { cookie: cookiesOf(came), 'accept-encoding': 'br' };
};

const browser = await signedIn();
const page = (query: string, since?: number): Promise<Answered> =>
  ask(agent, { method: 'GET', url: `${server.url}/plans/plan-1${query}`, headers: browser }, since);

const pagesAtRate = async (queryAt: (place: number) => string): Promise<ReadonlyArray<number>> => {
  const answers = await atRate(perSecond, asked, (place, since) => page(queryAt(place), since));
  const failed = answers.find(({ status }) => status !== 200);
  if (failed !== undefined) throw new Error(`a page was answered with ${failed.status}`);
  return answers.map(({ took_ms }) => took_ms);
};

const first = await page('');
const today = await pagesAtRate(() => '');
const past = await pagesAtRate(() => '?asOf=2025-01-15');
// Each date for the first time: nothing is kept of any.
const fresh = await pagesAtRate(
  (place) =>
    `?asOf=2025-${String(1 + Math.floor(place / 28)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`,
);

const helloOnce = (): Promise<Answered> => ask(agent, { method: 'GET', url: `${floor.url}/hello` });
const updateOnce = (round: number) => (client: number, time: number) =>
  ask(agent, {
    method: 'POST',
    url: `${server.url}/api/v1/plans/plan-2/actions/${1 + ((client + time) % actions)}/notes`,
    headers: {
      authorization: `Bearer ${tokens[client % tokens.length] ?? ''}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ text: `Client ${client} has news, ${round}.${time}.` }),
  });

const p99 = (answers: ReadonlyArray<Answered>): number => {
  const failed = answers.find(({ status }) => status >= 300);
  if (failed !== undefined) throw new Error(`answered with ${failed.status}: ${failed.text}`);
  return percentile(
    answers.map(({ took_ms }) => took_ms),
    99,
  );
};

const measured: Array<Readonly<{ hello: number; update: number; perSecond: number }>> = [];
for (let round = 0; round < rounds; round += 1) {
  const said = p99(await byClients(clients, each * 4, helloOnce));
  const start = performance.now();
  const updated = p99(await byClients(clients, each, updateOnce(round)));
  const took_s = (performance.now() - start) / 1000;
  measured.push({ hello: said, update: updated, perSecond: (clients * each) / took_s });
}

await server.stop();
await floor.stop();
agent.destroy();
log.dispose();

const kB = first.bytes / 1000;
report({
  title: `A server, plans of ${actions} actions with ${eventsAPlan} events: pages at ${perSecond} a second, updates by ${clients} clients`,
  figures: [
    {
      name: 'page of today, p95',
      value: percentile(today, 95),
      unit: 'ms',
      target: { atMost: 30 },
    },
    { name: 'page of today, p50', value: percentile(today, 50), unit: 'ms' },
    {
      name: 'page of a past date, p95',
      value: percentile(past, 95),
      unit: 'ms',
      target: { atMost: 30 },
    },
    { name: 'page of ever another past date, p95', value: percentile(fresh, 95), unit: 'ms' },
    { name: 'page over the wire, brotli (kB)', value: kB, unit: '×', target: { atMost: 20 } },
    {
      name: 'update by 64 clients, p99, to hello’s',
      value: median(measured.map(({ hello: said, update }) => update / said)),
      unit: '×',
      target: { atMost: 3 },
    },
    {
      name: 'hello by 64 clients, p99',
      value: median(measured.map(({ hello: said }) => said)),
      unit: 'ms',
    },
    {
      name: 'update by 64 clients, p99',
      value: median(measured.map(({ update }) => update)),
      unit: 'ms',
    },
    { name: 'updates', value: median(measured.map((one) => one.perSecond)), unit: '/s' },
  ],
});
