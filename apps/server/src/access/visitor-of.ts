import {
  type Failure,
  type Principal,
  principalOfAccount,
  principalOfToken,
  storage,
} from '@trackrecord/application';
import { AccessId } from '@trackrecord/domain';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../desk.ts';
import type { Visitor } from '../http/exchange.ts';
import { keptAnswers } from '../http/kept-answers.ts';
import type { Route } from '../http/route.ts';
import { millisecondsBetween, minute_ms } from '../time/instants.ts';
import { endSessionsOf, sessionOf } from './sessions.ts';
import { tokenIn } from './token-text.ts';

/** What of a request says who asks. */
export type Asking = Readonly<{ get: (header: string) => string | undefined }>;

type Found = TE.TaskEither<Failure, Visitor>;

const nobody: Visitor = { _tag: 'Nobody' };

/** Who somebody is, and what they may, changes with the log and with the day that it is. */
const keptPrincipals = keptAnswers<O.Option<Principal>>(2000);

const principal = (
  desk: Desk,
  key: string,
  ask: () => E.Either<Failure, O.Option<Principal>>,
): TE.TaskEither<Failure, O.Option<Principal>> =>
  pipe(
    TE.fromEither(desk.views.head()),
    TE.mapLeft(storage),
    TE.chainEitherK((head) =>
      keptPrincipals(desk, `${key} ${head} ${desk.clock.today('Europe/London')}`, ask),
    ),
  );

const bySession = (desk: Desk, request: Asking): Found =>
  pipe(
    sessionOf(desk)({ header: (name) => request.get(name) }),
    TE.chain((found) => {
      if (found === undefined || !AccessId.is(found.session.account)) return TE.right(nobody);
      const { account } = found.session;
      return pipe(
        principal(desk, `account ${account}`, () => principalOfAccount(desk)(account)),
        TE.chain(
          O.match(
            // Closed since: were it opened again, whoever was signed in would not be let in by that.
            () =>
              pipe(
                endSessionsOf(desk)(account),
                TE.map(() => nobody),
              ),
            (known) =>
              TE.right<Failure, Visitor>({
                _tag: 'Known',
                principal: known,
                session: found.digest,
              }),
          ),
        ),
      );
    }),
  );

/** When a token was used last is for people: to the minute is enough, and spares a write a request. */
const noteUse = ({ store, clock }: Desk, token: string): TE.TaskEither<Failure, void> =>
  pipe(
    store.tokens.lastUse(token),
    TE.chain((last) => {
      const now = clock.now();
      return last === undefined || millisecondsBetween(last, now) >= minute_ms
        ? store.tokens.used(token, now)
        : TE.right(undefined);
    }),
  );

const byToken = (desk: Desk, text: string): Found => {
  const token = tokenIn(text);
  if (token === undefined) return TE.right(nobody);
  const { id, digest } = token;
  return pipe(
    principal(desk, `token ${id} ${digest}`, () => principalOfToken(desk)(id, digest)),
    TE.chain(
      O.match(
        () => TE.right(nobody),
        (known) =>
          pipe(
            noteUse(desk, id),
            TE.map((): Visitor => ({ _tag: 'Known', principal: known, session: '' })),
          ),
      ),
    ),
  );
};

/**
 * Who asks: somebody by their session or, for programs, by a token. A request with a token is the token's alone, also
 * where the token is not good: it never falls back on a session. Whatever is for machines is asked by nobody.
 */
export const visitorOf =
  (desk: Desk) =>
  ({ audience }: Pick<Route, 'audience'>, request: Asking): Found => {
    if (audience === 'machines') return TE.right(nobody);
    const bearer = /^Bearer +(\S+) *$/iu.exec(request.get('authorization') ?? '')?.[1];
    return audience === 'programs' && bearer !== undefined
      ? byToken(desk, bearer)
      : bySession(desk, request);
  };
