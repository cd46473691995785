import type { Request } from 'express';
import type { Visitor } from './exchange.ts';

const visitors = new WeakMap<Request, Visitor>();

/** The guard finds out who asks, once a request; those who come after it read it here. */
export const rememberVisitor = (request: Request, visitor: Visitor): void => {
  visitors.set(request, visitor);
};

/** Who asks; nobody where no guard has looked. */
export const visitorIn = (request: Request): Visitor => visitors.get(request) ?? { _tag: 'Nobody' };
