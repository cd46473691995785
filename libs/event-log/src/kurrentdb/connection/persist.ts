import * as E from 'fp-ts/lib/Either.js';
import { backoff_ms } from './backoff.ts';
import type { Failure } from './failure.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';
import type { Sessions } from './sessions.ts';

/** Why something was given up, and after how many tries. */
export type GivenUp = Readonly<{ failure: Failure; tries: number }>;

type Patience = Readonly<{ isSpent: () => boolean; end: () => void }>;

const beginPatience = ({ patience_ms, startTimer }: Timing): Patience => {
  let isSpent = false;
  const end = startTimer(patience_ms, () => {
    isSpent = true;
  });
  return { isSpent: () => isSpent, end };
};

/**
 * Tries again, waiting longer each time, until it succeeds, can never succeed, or patience has ended, which begins with
 * the first failure.
 * @param attempt one try, in the session of the moment
 */
export const persist = async <A>(
  sessions: Sessions,
  timing: Timing,
  attempt: (session: Session) => Promise<E.Either<Failure, A>>,
): Promise<E.Either<GivenUp, A>> => {
  let patience: Patience | undefined;
  let failing: Session | undefined;
  try {
    for (let tries = 1; ; tries += 1) {
      const session = await sessions.current();
      const outcome = E.isLeft(session) ? session : await attempt(session.right);
      if (E.isRight(outcome)) return outcome;
      const failure = outcome.left;
      if (failure.lasting || patience?.isSpent()) return E.left({ failure, tries });
      patience ??= beginPatience(timing);
      if (E.isRight(session)) {
        // A client that fails twice in a row is broken, whatever it says of itself.
        if (failure.lost && failing === session.right) session.right.giveUp(failure);
        failing = session.right;
      }
      await timing.delay(backoff_ms(tries, timing.random()), sessions.closed);
    }
  } finally {
    patience?.end();
  }
};
