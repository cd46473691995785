import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
} from '@nestjs/common';
import type { Failure } from '@trackrecord/application';
import { problemPage } from '@trackrecord/pages';
import type { Request, Response } from 'express';
import * as E from 'fp-ts/lib/Either.js';
import { csrfTokenFor } from '../access/csrf.ts';
import { isFromHere, keptFormOf } from '../access/kept-form.ts';
import { signInFirst } from '../access/pages/sign-in-routes.ts';
import { visitorOf } from '../access/visitor-of.ts';
import { readStrangersForm } from './body-parsers.ts';
import type { Visitor } from './exchange.ts';
import type { Desk } from '../desk.ts';
import { framed, renderReply } from '../pages/render-reply.ts';
import { pageOfFailure, shownStatus } from '../pages/page-of-failure.ts';
import { exchangeOf, requestIdOf } from './exchange-of.ts';
import { FailureThrown, NotSignedIn } from './failures-thrown.ts';
import { bodyLimit_bytes, mostUpload_bytes } from './limits.ts';
import { localPath } from './local-path.ts';
import { headersOf, type Problem, problemOf } from './problem.ts';
import { sendReply } from './send-reply.ts';
import { theDesk } from './tokens.ts';
import { visitorIn } from './visitors.ts';

/** What went wrong before or beside a route, by its status: routes, bodies, limits. */
const outside: Readonly<Record<number, Readonly<{ title: string; detail: string }>>> = {
  400: {
    title: 'The request cannot be read',
    detail: 'What was sent is broken: JSON, a form or its encoding. Nothing was changed.',
  },
  401: {
    title: 'Nobody is signed in',
    detail: 'Send a token ("Authorization: Bearer …"), or sign in.',
  },
  404: { title: 'Not found', detail: 'There is nothing at this address.' },
  405: { title: 'Not possible here', detail: 'This address does not take that method.' },
  413: {
    title: 'Too large',
    detail: `More was sent than is taken here: a form or a text has at most ${bodyLimit_bytes / 1024 / 1024} MB, a file ${mostUpload_bytes / 1024 / 1024} MB. Nothing was changed.`,
  },
  415: {
    title: 'Not a kind that is taken',
    detail: 'What was sent is of a kind that is not taken here.',
  },
  429: {
    title: 'Too many requests',
    detail:
      'So many requests came from your address that this one was not answered. Wait a minute.',
  },
  500: {
    title: 'This should not have happened',
    detail: 'Something went wrong inside. It was noted; nothing was half-written.',
  },
  503: { title: 'Not just now', detail: 'This cannot be answered just now. Try again soon.' },
};

const statusIn = (thrown: unknown): number => {
  if (thrown instanceof HttpException) return thrown.getStatus();
  // What express's own parsers reject with says its status; multer's names its limit.
  if (thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number')
    return thrown.status;
  if (thrown instanceof Error && thrown.name === 'MulterError') return 413;
  return 500;
};

const isForPrograms = ({ path }: Request): boolean =>
  /^\/(?:api|health|metrics|assets|calendar)(?:\/|$)/u.test(path) && path !== '/api';

const problemOfStatus = (status: number, request: string): Problem => ({
  type: 'about:blank',
  title: outside[status]?.title ?? 'The request cannot be answered',
  status,
  detail: outside[status]?.detail ?? `It was answered with ${status}.`,
  instance: `urn:request:${request}`,
});

/** Turns whatever was thrown into an answer: problem details for programs, a page for people. No stack leaves here. */
export class FailureFilter implements ExceptionFilter {
  private readonly desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }

  async catch(thrown: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const failure = thrown instanceof FailureThrown ? thrown.failure : undefined;
    const status = thrown instanceof NotSignedIn ? 401 : statusIn(thrown);
    if (failure === undefined && status >= 500) this.desk.noteDefect(thrown, requestIdOf(request));
    if (isForPrograms(request)) await this.tellProgram(request, response, failure, status);
    else if (status === 401) await this.signIn(request, response);
    else await this.tellPerson(request, response, failure, status);
  }

  private async tellProgram(
    request: Request,
    response: Response,
    failure: Failure | undefined,
    status: number,
  ): Promise<void> {
    const id = requestIdOf(request);
    const problem = failure === undefined ? problemOfStatus(status, id) : problemOf(failure, id);
    if (problem.status === 401) response.set('www-authenticate', 'Bearer realm="Trackrecord"');
    await sendReply(
      response,
      {
        _tag: 'Json',
        status: problem.status,
        value: problem,
        type: 'application/problem+json',
        headers: {
          'cache-control': 'no-store',
          ...(failure === undefined ? {} : headersOf(failure)),
        },
      },
      false,
    );
  }

  /** After signing in they come to where they wanted to go, or to the form that they sent, as they filled it in. */
  private async signIn(request: Request, response: Response): Promise<void> {
    if (request.method === 'POST' && (await this.keptForm(request, response))) return;
    const wanted = request.method === 'GET' ? localPath(request.originalUrl) : undefined;
    const next =
      wanted === undefined || wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`;
    await sendReply(response, { _tag: 'Redirect', to: `/sign-in${next}` }, false);
  }

  /** Whether a form that was sent is kept: then the way to sign in was told with it. */
  private async keptForm(request: Request, response: Response): Promise<boolean> {
    if (!isFromHere((name) => request.get(name))) return false;
    await readStrangersForm(request, response);
    const exchange = exchangeOf(request, { _tag: 'Nobody' }, AbortSignal.abort());
    const kept = keptFormOf(exchange);
    if (kept === undefined) return false;
    const reply = await signInFirst(this.desk, exchange, kept)();
    if (E.isLeft(reply)) return false;
    const rendered = await renderReply(this.desk, exchange, reply.right);
    await sendReply(response, rendered, this.desk.configuration.publicUrl.protocol === 'https:');
    return true;
  }

  /** Where there is no route no guard has looked who asks; their page is theirs all the same. */
  private async visitorFor(request: Request): Promise<Visitor> {
    const known = visitorIn(request);
    if (known._tag === 'Known') return known;
    const found = await visitorOf(this.desk)(
      { audience: 'people' },
      { get: (header) => request.get(header) },
    )();
    return E.isRight(found) ? found.right : known;
  }

  private async tellPerson(
    request: Request,
    response: Response,
    failure: Failure | undefined,
    status: number,
  ): Promise<void> {
    const visitor = await this.visitorFor(request);
    const exchange = exchangeOf(request, visitor, AbortSignal.abort());
    const shown =
      failure === undefined
        ? {
            status: shownStatus(status),
            message: problemOfStatus(status, '').detail,
            requestId: exchange.id,
          }
        : pageOfFailure(failure, exchange);
    const csrfToken = await csrfTokenFor(this.desk)(exchange)();
    const { title, content } = problemPage(shown);
    const body = framed(
      this.desk,
      { visitor, csrfToken, cookies: undefined },
      { title, content, section: 'none' },
    );
    await sendReply(
      response,
      { _tag: 'Body', status: shown.status, type: 'text/html; charset=utf-8', body },
      false,
    );
  }
}
Catch()(FailureFilter);
Inject(theDesk)(FailureFilter, undefined, 0);
