import { Agent, request } from 'node:http';

/** What is asked: how, where, with what. */
export type Asked = Readonly<{
  method: string;
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}>;

/** What came back, and how long it took from being asked to the last byte. */
export type Answered = Readonly<{
  status: number;
  headers: Record<string, unknown>;
  bytes: number;
  took_ms: number;
  text: string;
}>;

/** Connections that stay open, as a browser's do. */
export const keepingAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 256 });

/** Asks once. The text is decoded only where it is short: benchmarks read answers, they do not weigh them. */
export const ask = (
  agent: Agent,
  { method, url, headers = {}, body }: Asked,
  since = performance.now(),
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, agent }, (answer) => {
      const parts: Array<Buffer> = [];
      answer.on('data', (part: Buffer) => {
        parts.push(part);
      });
      answer.once('end', () => {
        const all = Buffer.concat(parts);
        resolve({
          status: answer.statusCode ?? 0,
          headers: { ...answer.headers },
          bytes: all.length,
          took_ms: performance.now() - since,
          text: all.toString('utf8'),
        });
      });
      answer.once('error', reject);
    });
    asking.once('error', reject);
    asking.end(body);
  });

/** The value below which so many of a hundred lie. */
export const percentile = (values: ReadonlyArray<number>, percent: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ??
    Number.NaN
  );
};

/** Asks at a steady rate, whether answers come or not: a slow answer delays nothing but itself. */
export const atRate = async (
  perSecond: number,
  count: number,
  one: (place: number, since: number) => Promise<Answered>,
): Promise<ReadonlyArray<Answered>> => {
  const start = performance.now();
  const asked = Array.from({ length: count }, (_, place) => place).map(async (place) => {
    const due = start + (place * 1000) / perSecond;
    await new Promise((resolve) => {
      setTimeout(resolve, due - performance.now());
    });
    return one(place, due);
  });
  return Promise.all(asked);
};

/** So many clients, each asking again as soon as it was answered. */
export const byClients = async (
  clients: number,
  each: number,
  one: (client: number, time: number) => Promise<Answered>,
): Promise<ReadonlyArray<Answered>> => {
  const all = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const own: Array<Answered> = [];
      for (let time = 0; time < each; time += 1) own.push(await one(client, time));
      return own;
    }),
  );
  return all.flat();
};
