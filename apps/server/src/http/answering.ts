import { Inject, Injectable } from '@nestjs/common';
import type { Failure } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { Request, Response } from 'express';
import { csrfTokenFor, isForged } from '../access/csrf.ts';
import { keptFormOf } from '../access/kept-form.ts';
import { keptFormReply } from '../access/pages/kept-form-reply.ts';
import type { Desk } from '../desk.ts';
import { renderReply } from '../pages/render-reply.ts';
import { readBody } from './body-parsers.ts';
import type { Exchange } from './exchange.ts';
import { exchangeOf } from './exchange-of.ts';
import { FailureThrown } from './failures-thrown.ts';
import type { Reply } from './reply.ts';
import type { Route } from './route.ts';
import { sendReply } from './send-reply.ts';
import { theDesk } from './tokens.ts';
import { visitorIn } from './visitors.ts';

const forged: Failure = {
  _tag: 'NotAuthorised',
  message:
    'This form was open for too long, or it was not sent from a page of this service. Nothing was changed. Go back, load the page again, and send it once more.',
};

/** A page of ours that is older than the session: what was filled in is offered with a new mark, and nothing is done. */
const offeredAgain = async (desk: Desk, exchange: Exchange): Promise<E.Either<Failure, Reply>> => {
  const kept = keptFormOf(exchange);
  if (kept === undefined || exchange.visitor._tag === 'Nobody') return E.left(forged);
  const csrfToken = await csrfTokenFor(desk)(exchange)();
  return csrfToken === null
    ? E.left(forged)
    : E.right(keptFormReply({ hasSignedIn: false, csrfToken, ...kept }, 403));
};

/** Answers a request by its route, once the guards have let it through. */
export class Answering {
  private readonly desk: Desk;
  constructor(desk: Desk) {
    this.desk = desk;
  }

  async answer(route: Route, request: Request, response: Response): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => {
      gone.abort();
    });
    await readBody(route, request, response);
    const visitor = visitorIn(request);
    const signal = AbortSignal.any([gone.signal, this.desk.stopping]);
    const exchange = exchangeOf(request, visitor, signal);
    const replied = (await isForged(this.desk)(route, exchange))
      ? await offeredAgain(this.desk, exchange)
      : await route.answer(this.desk)(exchange)();
    if (E.isLeft(replied)) throw new FailureThrown(replied.left);
    const rendered = await renderReply(this.desk, exchange, replied.right);
    await sendReply(response, rendered, this.desk.configuration.publicUrl.protocol === 'https:');
  }
}
Injectable()(Answering);
Inject(theDesk)(Answering, undefined, 0);
