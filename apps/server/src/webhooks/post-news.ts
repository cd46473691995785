import type { Pause } from '@trackrecord/application';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { guardedLookup, type ResolveHost, whyNotItself } from './resolve-host.ts';

/** A message on its way: to where, with which headers, saying what. */
export type Post = Readonly<{
  address: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}>;

/** What came of sending it once. `Cut`: the server ends, and nobody knows whether it arrived. */
export type Posted =
  | Readonly<{ _tag: 'Answered'; status: number; answer: string }>
  | Readonly<{ _tag: 'Failed'; error: string }>
  | Readonly<{ _tag: 'Cut' }>;

export type Posting = Readonly<{ resolve: ResolveHost; pause: Pause }>;

/** A receiver has so long to answer, from the look-up of its name on. */
export const patience_ms = 10_000;

/** So much of an answer is kept. */
const answerKept_bytes = 1024;

/** Without what would not show, or would change how what stands beside it shows. */
const shown = (bytes: Uint8Array): string =>
  new TextDecoder()
    .decode(bytes.subarray(0, answerKept_bytes))
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');

/** Reads the beginning of an answer; whatever comes of the rest, its status is known. */
const readBeginning = (response: IncomingMessage, told: (text: string) => void): (() => string) => {
  const held: { bytes: Buffer<ArrayBufferLike> } = { bytes: Buffer.alloc(0) };
  const text = (): string => shown(held.bytes);
  response.on('data', (chunk: Buffer) => {
    held.bytes = Buffer.concat([held.bytes, chunk]);
    if (held.bytes.length >= answerKept_bytes) told(text());
  });
  ['end', 'error', 'close'].forEach((event) => {
    response.on(event, () => {
      told(text());
    });
  });
  return text;
};

const failed = (error: string): Posted => ({ _tag: 'Failed', error });

const messageOf = (thrown: Error): string => {
  const code: unknown = Reflect.get(thrown, 'code');
  return thrown.message === '' ? String(code) : thrown.message;
};

/**
 * Sends a message once, over a connection of its own. No redirect is followed; an answer counts once its status is
 * there. Never rejects.
 */
export const postNews = (
  { address, headers, body }: Post,
  { resolve, pause }: Posting,
  stopping: AbortSignal,
): Promise<Posted> => {
  const url = new URL(address);
  const why = whyNotItself(url);
  if (why !== undefined) return Promise.resolve(failed(why));
  if (stopping.aborted) return Promise.resolve({ _tag: 'Cut' });
  return new Promise((tell) => {
    const over = new AbortController();
    const answered: { so: (() => Posted) | undefined } = { so: undefined };
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(resolve, url),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    });
    const settle = (posted: Posted): void => {
      if (over.signal.aborted) return;
      over.abort();
      tell(posted);
      request.destroy();
    };
    stopping.addEventListener('abort', () => settle(answered.so?.() ?? { _tag: 'Cut' }), {
      signal: over.signal,
    });
    void pause(patience_ms, over.signal).then(() => {
      settle(answered.so?.() ?? failed(`no answer within ${patience_ms / 1000} seconds`));
    });
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const text = readBeginning(response, (answer) => {
        settle({ _tag: 'Answered', status, answer });
      });
      answered.so = () => ({ _tag: 'Answered', status, answer: text() });
    });
    request.on('error', (thrown) => {
      settle(answered.so?.() ?? failed(messageOf(thrown)));
    });
    request.end(body);
  });
};
