import { issueToken, type Pause, rememberingTail, type Writable } from '@trackrecord/application';
import { PartyId, type RoleOnPlan } from '@trackrecord/domain';
import { openViews } from '@trackrecord/event-log';
import {
  type Configuration,
  newTokenSecret,
  openServerStore,
  serverLogger,
  startServer,
  systemRandomness,
  tokenText,
} from '@trackrecord/server';
import { CommandId } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import { Registry } from 'prom-client';

const configuration: Configuration = {
  host: '127.0.0.1',
  port: 0,
  publicUrl: new URL('http://localhost:3000'),
  trustedProxies: 0,
  session: { idle_h: 1, whole_h: 8 },
  sample: false,
  maxLag_seconds: 60,
  smtp: undefined,
  linkKey: undefined,
  logLevel: 'silent',
};

/** What a request says besides its address. */
export type Request = Readonly<{
  token?: string;
  /** Sent as JSON, unless it is a text and a header says what of. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

/** What came back: its status, its headers, its text, and what that is as JSON. */
export type Answered = Readonly<{ status: number; headers: Headers; text: string; json: unknown }>;

/** The API of a log in memory, served at a port of this machine. */
export type ServedApi = Readonly<{
  url: string;
  data: Writable;
  ask: (method: string, path: string, request?: Request) => Promise<Answered>;
  /** Lets a program in: gives its token. */
  tokenFor: (role: RoleOnPlan, party?: string) => Promise<string>;
  close: () => Promise<void>;
}>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Sent = Readonly<{ body?: string; headers: Readonly<Record<string, string>> }>;

const sentOf = ({ token, body, headers = {} }: Request): Sent => {
  const authorised = {
    ...headers,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  if (body === undefined) return { headers: authorised };
  return {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...authorised },
  };
};

/** Never ends of itself: whatever waits, waits for something else. */
const patient: Pause = (_length, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });

/** Refs of notes and requests are made of how a command's id begins: here each begins in its own way. */
const countedCommandIds = (): (() => CommandId) => {
  const counted = { last: 0 };
  return () => {
    counted.last += 1;
    const beginning = counted.last.toString(16).padStart(8, '0');
    return must(CommandId)(`${beginning}-0000-4000-8000-000000000000`);
  };
};

/**
 * Serves the API of a log, an empty one in memory where none is given, as `trackrecord serve` would.
 */
export const serveApi = async (given?: Writable, pause: Pause = patient): Promise<ServedApi> => {
  const memory = given ?? (await memoryTrackrecord());
  const { log, tail } = rememberingTail(memory.log);
  const views = rightOf(await openViews({ file: ':memory:', log })());
  const ids = { ...memory.ids, commandId: countedCommandIds() };
  const data = { ...memory, log, views, tail, ids };
  const store = rightOf(await openServerStore({ file: ':memory:', clock: data.clock })());
  const running = rightOf(
    await startServer({
      data,
      store,
      configuration,
      directory: '.',
      mailer: {
        kind: 'outbox',
        place: 'nowhere',
        send: () => () => Promise.resolve({ _tag: 'Sent' }),
      },
      node: { readiness: () => ({ ready: true, state: {} }), metrics: new Registry() },
      logger: serverLogger(configuration),
      pause,
    })(),
  );
  const ask: ServedApi['ask'] = async (method, path, request = {}) => {
    const response = await fetch(`${running.url}${path}`, { method, ...sentOf(request) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
  return {
    url: running.url,
    data,
    ask,
    tokenFor: async (role, party = 'p-1') => {
      const { secret, digest } = newTokenSecret(systemRandomness);
      const by = must(PartyId)(party);
      const { token } = rightOf(
        await issueToken(data)(
          { name: `${role.role} of ${role.plan ?? 'every plan'}`, role, party: by, digest },
          { by, effectiveOn: data.clock.today('Europe/London'), channel: 'command line' },
        )(),
      );
      rightOf(await data.views.catchUp()());
      return tokenText(token, secret);
    },
    close: async () => {
      await running.close();
      store.close();
      views.close();
      await log.close();
    },
  };
};
