import * as E from 'fp-ts/lib/Either.js';
import { backoff_ms } from './backoff.ts';
import type { Failure } from './failure.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** Why something was given up, and after how many tries. */
export type GivenUp = Readonly<{ failure: Failure; tries: number }>;

/**
 * Tries again, waiting longer each time, until it succeeds, can never succeed, or patience ends.
 * @param attempt one try, in the session of the moment
 */
export const persist = async <A>(
  sessions: Sessions,
  { patience_ms, delay, random }: Timing,
  attempt: (session: Session) => Promise<E.Either<Failure, A>>,
): Promise<E.Either<GivenUp, A>> => {
  const patience = new AbortController();
  const spent = { already: false };
  let failing: Session | undefined;
  void delay(patience_ms, patience.signal).then(() => {
    spent.already = true;
  });
  try {
    for (let tries = 1; ; tries += 1) {
      const session = await sessions.current();
      const outcome = E.isLeft(session) ? session : await attempt(session.right);
      if (E.isRight(outcome)) return outcome;
      const failure = outcome.left;
      if (failure.lasting || spent.already) return E.left({ failure, tries });
      if (E.isRight(session)) {
        // A client that fails twice in a row is broken, whatever it says of itself.
        if (failure.lost && failing === session.right) session.right.giveUp(failure);
        failing = session.right;
      }
      await delay(backoff_ms(tries, random()), sessions.closed);
    }
  } finally {
    patience.abort();
  }
};
