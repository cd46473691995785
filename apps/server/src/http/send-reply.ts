import type { Response } from 'express';
import { once } from 'node:events';
import { contentDisposition } from './content-disposition.ts';
import type { Cookie, Reply } from './reply.ts';

/** What a page is sent as, once the frame is around it. */
export type RenderedReply = Exclude<Reply, { _tag: 'Page' }>;

const setCookies = (response: Response, cookies: ReadonlyArray<Cookie>, secure: boolean): void => {
  cookies.forEach(({ name, value, maxAge_s }) => {
    response.cookie(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      maxAge: maxAge_s * 1000,
    });
  });
};

/** Waits where the one who listens reads slowly, and ends once they have gone. */
const stream = async (response: Response, events: AsyncIterable<string>): Promise<void> => {
  response.status(200).set({
    'content-type': 'text/event-stream; charset=utf-8',
    // What compresses answers gathers them first, and would keep events back; so would proxies.
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort();
  });
  for await (const event of events) {
    if (gone.signal.aborted) break;
    if (!response.write(event))
      await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  response.end();
};

/** Sends what a route answered. `secure` says whether cookies are for https alone. */
export const sendReply = async (
  response: Response,
  reply: RenderedReply,
  secure: boolean,
): Promise<void> => {
  setCookies(response, reply.cookies ?? [], secure);
  response.set({ 'cache-control': 'private, no-cache', ...reply.headers });
  switch (reply._tag) {
    case 'Redirect':
      response.redirect(303, reply.to);
      return;
    case 'Json':
      response
        .status(reply.status)
        .type(reply.type ?? 'application/json')
        .send(`${JSON.stringify(reply.value)}\n`);
      return;
    case 'Body':
      if (reply.fileName !== undefined)
        response.set('content-disposition', contentDisposition(reply.fileName));
      response
        .status(reply.status)
        .type(reply.type)
        .send(typeof reply.body === 'string' ? reply.body : Buffer.from(reply.body));
      return;
    case 'Empty':
      response.status(reply.status).end();
      return;
    case 'Stream':
      await stream(response, reply.events);
  }
};
