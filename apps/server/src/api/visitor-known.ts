import { type Failure, notAuthorised, type Principal } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import type { Exchange } from '../http/exchange.ts';

/** Who asks; nobody gets as far as here without being known. */
export const visitorKnown = ({
  visitor,
}: Pick<Exchange, 'visitor'>): E.Either<Failure, Principal> =>
  visitor._tag === 'Known'
    ? E.right(visitor.principal)
    : E.left(notAuthorised('Send a token ("Authorization: Bearer …"), or sign in.'));
