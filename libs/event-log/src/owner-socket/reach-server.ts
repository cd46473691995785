import { lstatSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import * as E from 'fp-ts/lib/Either.js';
import type { StartTimer } from '../start-timer.ts';
import { listeningToServer, type Silence } from './listening-to-server.ts';
import { type FromServer, protocolVersion } from './protocol.ts';
import { type ReachedServer, reachedServer } from './reached-server.ts';
import { withShortAddress } from './short-address.ts';
import { isInDirectory, socketFile } from './socket-file.ts';

/** Why a log cannot be appended to through another process. */
export type Unreached =
  /** No process offers that. */
  | Readonly<{ _tag: 'NotServed' }>
  /** One does, and cannot be used: why, for a person. */
  | Readonly<{ _tag: 'Unusable'; message: string }>;

/** A process that is well greets at once, unless it is at something long: views that are rebuilt keep it for seconds. */
const greeting_ms = 5_000;

const notServed: Unreached = { _tag: 'NotServed' };

const unusable = (message: string): Unreached => ({ _tag: 'Unusable', message });

/**
 * A socket that somebody else has put there is not spoken to: what is appended would go to him. It has to be of the
 * user of this process, or of whose the log is.
 */
const judgeFile = (file: string, path: string): E.Either<Unreached, void> => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return E.left(notServed);
  if (!found.isSocket()) return E.left(unusable(`${path} is no socket: take it away`));
  const trusted = [process.getuid?.(), statSync(file, { throwIfNoEntry: false })?.uid];
  return trusted.includes(found.uid)
    ? E.right(undefined)
    : E.left(
        unusable(
          `${path} belongs to neither you nor whose ${file} is (but to user number ${found.uid}): nothing is said to it`,
        ),
      );
};

const connected = (address: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({ path: address });
    socket.once('connect', () => {
      resolve(socket);
    });
    // It listens on: what goes wrong later shows where the server is listened to.
    socket.on('error', reject);
  });

const whyNotConnected = (file: string, path: string, thrown: unknown): Unreached => {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  switch (Reflect.get(error, 'code')) {
    case 'ENOENT':
    case 'ECONNREFUSED':
      return notServed;
    case 'EACCES':
    case 'EPERM':
      return unusable(
        `the process that writes ${file} takes commands from its own user alone (${path}): give them as that user`,
      );
    default:
      return unusable(
        `the process that writes ${file} cannot be reached at ${path}: ${error.message}`,
      );
  }
};

const whySilent = (process: string, silence: Silence): Unreached => {
  switch (silence) {
    case 'late':
      return unusable(`${process} does not answer: it was silent for ${greeting_ms / 1000} s`);
    case 'ended':
      // It is just ending.
      return notServed;
    case 'nonsense':
      return unusable(`${process} says what no server of Trackrecord says`);
  }
};

/** Why a server cannot be used that began with these words; `undefined` where it can. */
const whyNot = (process: string, said: FromServer): Unreached | undefined => {
  switch (said._tag) {
    case 'Greeting':
      return said.version === protocolVersion
        ? undefined
        : unusable(
            `${process} is of another version of Trackrecord (it takes commands by version ${said.version}, this one gives them by version ${protocolVersion}): restart it after an upgrade, or use the version that it has`,
          );
    case 'Refused':
      return unusable(`${process} takes no command now: ${said.message}`);
    case 'Outcome':
      return unusable(`${process} answers before it was asked`);
  }
};

const socketTo = async (file: string, path: string): Promise<E.Either<Unreached, Socket>> => {
  try {
    const judged = isInDirectory ? judgeFile(file, path) : E.right(undefined);
    if (E.isLeft(judged)) return judged;
    const socket = isInDirectory
      ? await withShortAddress(path, '', connected)
      : await connected(path);
    return E.right(socket);
  } catch (thrown) {
    return E.left(whyNotConnected(file, path, thrown));
  }
};

/** Reaches the process that holds a log's write lock, where it lets others append through it; never rejects. */
export const reachServer = async (
  file: string,
  startTimer: StartTimer,
): Promise<E.Either<Unreached, ReachedServer>> => {
  const socket = await socketTo(file, socketFile(file));
  if (E.isLeft(socket)) return socket;
  const listen = listeningToServer(socket.right, startTimer);
  const said = await listen(greeting_ms);
  const process = `the process that writes ${file}`;
  const why = E.isLeft(said) ? whySilent(process, said.left) : whyNot(process, said.right);
  if (why === undefined) return E.right(reachedServer(socket.right, listen));
  socket.right.destroy();
  return E.left(why);
};
