import express, { type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { inMemoryUpTo } from './in-memory-up-to.ts';
import { fileTypes } from './file-types.ts';
import {
  bodyLimit_bytes,
  formFieldsLimit,
  mostRead_bytes,
  strangersLimit_bytes,
} from './limits.ts';
import type { Route } from './route.ts';

/** Runs what express knows as middleware where it is wanted: after it is known that the asker may. */
const run = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void handler(request, response, (problem?: unknown) => {
      if (problem === undefined) resolve();
      else reject(problem instanceof Error ? problem : new Error('a body that cannot be read'));
    });
  });

const usual: ReadonlyArray<RequestHandler> = [
  express.urlencoded({
    extended: false,
    limit: bodyLimit_bytes,
    parameterLimit: formFieldsLimit,
  }),
  express.json({ limit: bodyLimit_bytes, type: ['application/json', 'application/*+json'] }),
  express.text({ limit: bodyLimit_bytes, type: ['text/plain', 'text/csv'] }),
];

/** What is read of a form for somebody who has to sign in first: no more than a person fills in. */
const ofStrangers = express.urlencoded({
  extended: false,
  limit: strangersLimit_bytes,
  parameterLimit: formFieldsLimit,
});

/** Reads a form of somebody who is not signed in any more. Too large or broken, or no form, nothing is read. */
export const readStrangersForm = (request: Request, response: Response): Promise<void> =>
  run(ofStrangers, request, response).catch(() => undefined);

const withFiles = ({ most, bytes }: NonNullable<Route['files']>): RequestHandler =>
  multer({
    storage: inMemoryUpTo(bytes),
    limits: {
      files: most,
      fileSize: mostRead_bytes,
      fields: formFieldsLimit,
      fieldSize: bodyLimit_bytes,
    },
  }).any();

/** A file that is the whole body, with what is said about it in the address. */
const asBody = ({ bytes }: NonNullable<Route['files']>): RequestHandler =>
  express.raw({ limit: bytes, type: [...fileTypes] });

/** Reads the body of a request as far as its route takes one. Too large or broken, it rejects with a status. */
export const readBody = async (
  route: Route,
  request: Request,
  response: Response,
): Promise<void> => {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (route.files !== undefined && request.is('multipart/form-data') !== false)
    await run(withFiles(route.files), request, response);
  else if (route.files !== undefined && request.is([...fileTypes]) !== false)
    await run(asBody(route.files), request, response);
  else for (const parser of usual) await run(parser, request, response);
};
