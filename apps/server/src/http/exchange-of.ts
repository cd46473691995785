import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Exchange, Fields, Upload, Visitor } from './exchange.ts';
import { fieldsOf, noFields } from './fields.ts';

/** What `express.urlencoded` and multer leave of a form: a value, or several where a name stands several times. */
const pairsIn = (body: unknown): ReadonlyArray<readonly [string, string]> =>
  typeof body !== 'object' || body === null
    ? []
    : Object.entries(body).flatMap(([name, value]: readonly [string, unknown]) =>
        (Array.isArray(value) ? value : [value])
          .filter((one) => typeof one === 'string')
          .map((one) => [name, one] as const),
      );

const isForm = (request: Request): boolean =>
  request.is(['application/x-www-form-urlencoded', 'multipart/form-data']) !== false;

const formOf = (request: Request): Fields =>
  isForm(request) ? fieldsOf(pairsIn(request.body)) : noFields;

const queryOf = ({ originalUrl }: Request): Fields => {
  const start = originalUrl.indexOf('?');
  return start === -1 ? noFields : fieldsOf(new URLSearchParams(originalUrl.slice(start + 1)));
};

/** Multer gives the bytes of a file name as Latin-1. */
const fileName = (name: string): string => Buffer.from(name, 'latin1').toString('utf8');

const uploadsOf = ({ files }: Request): ReadonlyArray<Upload> =>
  Array.isArray(files)
    ? files.map(({ originalname, buffer, size }) => ({
        name: fileName(originalname),
        bytes: buffer,
        ...(size > buffer.length ? { tooLarge_bytes: size } : {}),
      }))
    : [];

/** A path's parts by their names; express gives parts that a wildcard matched as a list. */
const paramsOf = ({ params }: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join('/') : value,
    ]),
  );

/** The id by which a request is known in the log and in what its asker is told; ours, never the asker's. */
export const requestIdOf = (request: { id?: unknown }): string =>
  typeof request.id === 'string' ? request.id : randomUUID();

/** What a route sees of a request. */
export const exchangeOf = (request: Request, visitor: Visitor, gone: AbortSignal): Exchange => ({
  id: requestIdOf(request),
  method: request.method,
  path: request.path,
  params: paramsOf(request),
  query: queryOf(request),
  form: formOf(request),
  files: uploadsOf(request),
  body: isForm(request) ? undefined : request.body,
  header: (name) => request.get(name),
  visitor,
  address: request.ip ?? '',
  gone,
});
