import * as E from 'fp-ts/lib/Either.js';
import { type ConnectionSettings, type HostAndPort, inWords } from './connection-string.ts';
import { type Failure, lasting, lost } from './failure.ts';
import { greet } from './greet.ts';
import { makeClient } from './make-client.ts';
import type { Timing } from './options.ts';
import { makeSession } from './session.ts';

/** What is wrong with one host; `undefined` where it answers. */
const problemOf = async (
  settings: ConnectionSettings,
  timing: Timing,
  host: HostAndPort,
): Promise<Failure | undefined> => {
  const client = makeClient(settings, host);
  if (E.isLeft(client)) return lasting(client.left);
  const session = makeSession({
    client: client.right,
    hosts: inWords(host),
    hasCredentials: settings.credentials !== undefined,
    onEnd: () => undefined,
  });
  const greeted = await greet(session, timing);
  await client.right.discard();
  return E.isLeft(greeted) ? greeted.left : undefined;
};

/** Why the hosts of a connection string do not lead to a node: the client's discovery only says that they do not. */
export const diagnose = async (settings: ConnectionSettings, timing: Timing): Promise<Failure> => {
  const problems = await Promise.all(
    settings.hosts.map((host) => problemOf(settings, timing, host)),
  );
  const answering = settings.hosts.filter((_, index) => problems[index] === undefined);
  if (answering.length > 0) {
    const names = answering.map(inWords).join(', ');
    return lost(
      `no node of the cluster is ready, by what ${names} says: it is starting, or too few of its nodes are up`,
    );
  }
  const found = problems.flatMap((problem) => problem ?? []);
  const message = found.map((problem) => problem.message).join('; ');
  return { message, lasting: found.every((problem) => problem.lasting), lost: true };
};
