import { type Failure, notAuthorised, type Principal } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { Exchange } from '../../http/exchange.ts';

/** Whoever asks, where that is known: the guard lets nobody else come here. */
export const reviewerOf = ({ visitor }: Exchange): E.Either<Failure, Principal> =>
  visitor._tag === 'Known' ? E.right(visitor.principal) : E.left(notAuthorised('Sign in first.'));
