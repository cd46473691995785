import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request } from 'express';
import { addressKey } from '../access/address-key.ts';
import { routeMetadata } from './controller-of.ts';
import type { Route } from './route.ts';
import { visitorIn } from './visitors.ts';

/**
 * Counts requests by whoever is signed in, and where nobody is by address, as tries to sign in are counted: a whole
 * council may come from one address.
 * It stands after the guard that finds out who asks.
 */
export class RequestThrottle extends ThrottlerGuard {
  protected override getTracker(request: Request): Promise<string> {
    const visitor = visitorIn(request);
    if (visitor._tag === 'Nobody')
      return Promise.resolve(`address ${addressKey(request.ip ?? '')}`);
    const { credential } = visitor.principal;
    return Promise.resolve(
      credential._tag === 'Account' ? `account ${credential.account}` : `token ${credential.token}`,
    );
  }

  /** Routes with a limit of their own are counted each for itself, and all others together. */
  protected override generateKey(context: ExecutionContext, tracker: string): string {
    const route = this.reflector.get<Route | undefined>(routeMetadata, context.getHandler());
    return route?.throttled === undefined ? tracker : `${tracker} ${route.method} ${route.path}`;
  }
}
Injectable()(RequestThrottle);
