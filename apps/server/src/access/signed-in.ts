import { type Failure, notAuthorised, type Principal, type Said } from '@trackrecord/application';
import { type AccessId, Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import type { Desk } from '../desk.ts';
import type { Exchange } from '../http/exchange.ts';

/** Somebody who is signed in with an account of their own. */
export type SignedIn = Readonly<{ principal: Principal; account: AccessId; session: string }>;

/** Who is signed in. The guard lets nobody else to a route that asks for it: this says so to the compiler. */
export const signedIn = ({ visitor }: Pick<Exchange, 'visitor'>): E.Either<Failure, SignedIn> => {
  if (visitor._tag === 'Nobody' || visitor.principal.credential._tag === 'Token')
    return E.left(notAuthorised('Sign in with an account first.'));
  const { principal, session } = visitor;
  return E.right({ principal, session, account: visitor.principal.credential.account });
};

/** Accounts and tokens belong to no plan: their dates are those of this calendar. */
export const accessZone = 'Europe/London';

/** What somebody who is signed in says by a form, as of today. */
export const saidOnPage = (
  { clock }: Pick<Desk, 'clock'>,
  { principal }: Pick<SignedIn, 'principal'>,
  why?: string,
): Said => ({
  by: principal.party,
  effectiveOn: clock.today(accessZone),
  channel: 'web',
  verified: true,
  why: Text.is(why) ? why : undefined,
});
