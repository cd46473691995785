import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** A message as a receiver got it. */
export type Received = Readonly<{
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}>;

/** How a receiver answers. */
export type Answering = (response: ServerResponse, received: Received) => void;

/** A receiver of webhooks on this machine: what it got, how it answers. */
export type Receiver = Readonly<{
  address: string;
  received: Array<Received>;
  /** From now on it answers so. */
  answer: (how: Answering) => void;
  /** Resolves once it has got so many messages. */
  got: (count: number) => Promise<void>;
  close: () => Promise<void>;
}>;

export const answering =
  (status: number, text = '', headers: Readonly<Record<string, string>> = {}): Answering =>
  (response) => {
    response.writeHead(status, { ...headers, connection: 'close' }).end(text);
  };

export const startReceiver = async (): Promise<Receiver> => {
  const received: Array<Received> = [];
  const state: { how: Answering; watching: Array<() => void> } = {
    how: answering(204),
    watching: [],
  };
  const server = createServer((request, response) => {
    const chunks: Array<Buffer> = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(one);
      state.how(response, one);
      state.watching.forEach((look) => {
        look();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/news`,
    received,
    answer: (how) => {
      state.how = how;
    },
    got: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (received.length >= count) resolve();
        };
        state.watching.push(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};

/**
 * Whether a message is signed by a secret, by a second plain implementation: as docs/webhooks.md tells receivers to do
 * it.
 */
export const isSignedBy = (secret: string, { headers, body }: Received): boolean => {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const due = createHmac('sha256', key).update(content).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${due}`);
};
