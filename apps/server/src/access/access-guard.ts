import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Failure } from '@trackrecord/application';
import type { Request } from 'express';
import { Reflector } from '@nestjs/core';
import * as E from 'fp-ts/lib/Either.js';
import type { Desk } from '../desk.ts';
import { routeMetadata } from '../http/controller-of.ts';
import { FailureThrown, NotSignedIn } from '../http/failures-thrown.ts';
import type { Route } from '../http/route.ts';
import { theDesk } from '../http/tokens.ts';
import { rememberVisitor } from '../http/visitors.ts';
import { mayAsk } from './may-ask.ts';
import { visitorOf } from './visitor-of.ts';

const noRoute: Failure = {
  _tag: 'NotAuthorised',
  message: 'Nobody may ask for this: it does not say who may.',
};

/** Denies every route that does not say who may, and everybody whom its route does not name. */
export class AccessGuard implements CanActivate {
  private readonly desk: Desk;
  private readonly reflector: Reflector;
  constructor(desk: Desk, reflector: Reflector) {
    this.desk = desk;
    this.reflector = reflector;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    if (route === undefined) throw new FailureThrown(noRoute);
    const request = context.switchToHttp().getRequest<Request>();
    const found = await visitorOf(this.desk)(route, request)();
    if (E.isLeft(found)) throw new FailureThrown(found.left);
    const visitor = found.right;
    rememberVisitor(request, visitor);
    const allowed = await mayAsk(this.desk)(route, visitor, {
      plan: param(request, 'plan'),
      ref: param(request, 'ref'),
    })();
    if (E.isRight(allowed)) return true;
    if (visitor._tag === 'Nobody') throw new NotSignedIn();
    throw new FailureThrown(allowed.left);
  }
}
Injectable()(AccessGuard);
Inject(theDesk)(AccessGuard, undefined, 0);
Inject(Reflector)(AccessGuard, undefined, 1);

const param = ({ params }: Request, name: string): string | undefined => {
  const value = params[name];
  return typeof value === 'string' ? value : undefined;
};
