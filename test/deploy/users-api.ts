import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import * as t from 'io-ts';
import type { Certificate } from '../cluster-peer/index.ts';

/** The users of a server, by its HTTP API, and what was asked of it. */
export type UsersApi = Readonly<{
  address: string;
  passwords: ReadonlyMap<string, string>;
  asked: ReadonlyArray<string>;
  stop: () => Promise<void>;
}>;

const textOf = async (request: IncomingMessage): Promise<string> => {
  request.setEncoding('utf8');
  let text = '';
  for await (const part of request) text += String(part);
  return text;
};

const NewUser = t.type({ LoginName: t.string, Password: t.string });
const NewPassword = t.type({ NewPassword: t.string });

/**
 * The users of KurrentDB over HTTP, as UsersController.cs of 26.0.3 answers: 201 for a new user, 409 for one that is
 * there, 200 for a password that was set, 401 for whoever is no administrator; 503 for the first `notReady` calls.
 */
export const serveUsers = async (
  { certificate, key }: Certificate,
  { adminPassword, notReady = 0 }: Readonly<{ adminPassword: string; notReady?: number }>,
): Promise<UsersApi> => {
  const passwords = new Map<string, string>();
  const asked: string[] = [];
  const admin = `Basic ${Buffer.from(`admin:${adminPassword}`).toString('base64')}`;

  const answer = async (request: IncomingMessage): Promise<number> => {
    const body: unknown = JSON.parse(await textOf(request));
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (asked.length <= notReady) return 503;
    if (request.headers.authorization !== admin) return 401;
    const [, login] = /^\/users\/([^/]+)\/command\/reset-password$/.exec(request.url ?? '') ?? [];
    if (login !== undefined && NewPassword.is(body)) {
      passwords.set(login, body.NewPassword);
      return 200;
    }
    if (request.url !== '/users/' || !NewUser.is(body)) return 404;
    if (passwords.has(body.LoginName)) return 409;
    passwords.set(body.LoginName, body.Password);
    return 201;
  };

  const respond = (request: IncomingMessage, response: ServerResponse) => {
    answer(request).then(
      (status) => response.writeHead(status).end(),
      (error: unknown) => response.writeHead(400).end(String(error)),
    );
  };

  const server = createServer({ cert: certificate, key }, respond).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('No port was given.');
  return {
    address: `https://localhost:${place.port}`,
    passwords,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
