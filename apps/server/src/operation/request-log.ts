import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/**
 * What is secret of an address, however it is written: routes take both cases, and whole URLs. Those of calendars, and
 * of links in messages.
 */
const secrets = /(\/(?:calendar|answer|stop)\/+)[^/]{16,}/giu;

/** Routes are found by what an address means: `/%61nswer/` is `/answer/`. */
const plainly = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Without its query: people search for names; without what is secret in it. */
export const pathOf = ({ url = '' }: Pick<IncomingMessage, 'url'>): string =>
  plainly(url.replace(/\?.*$/su, '')).replaceAll(secrets, '$1…');

const isNoise = (request: IncomingMessage): boolean =>
  /^\/(?:assets|health|metrics)(?:\/|$)/u.test(pathOf(request));

/** One line a request: its id, what was asked, what came of it, how long it took; never a query, body or header. */
export const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    genReqId: (_request: IncomingMessage, response: ServerResponse) => {
      const id = randomUUID();
      response.setHeader('x-request-id', id);
      return id;
    },
    autoLogging: { ignore: isNoise },
    serializers: {
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: pathOf(request),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode >= 500
        ? 'error'
        : response.statusCode >= 400
          ? 'warn'
          : 'info',
  });
