import * as E from 'fp-ts/lib/Either.js';
import { refusalBy } from './clock.ts';
import type { Failure } from './failure.ts';
import { greet } from './greet.ts';
import type { Greeted } from './greeted.ts';
import type { Timing } from './options.ts';
import type { Session } from './session.ts';

/** Clocks are compared again when so much time has passed, by a clock that may have been set meanwhile. */
const interval_ms = 300_000;

/**
 * Why a session's appends are refused: its server's clock and this machine's are too far apart. Asked without waiting
 * while they were compared lately; clocks that were too far apart are compared anew each time, so that setting them
 * right is all that is needed.
 */
export type ClockCheck = (
  session: Session,
) => Promise<E.Either<Failure, void>> | E.Either<Failure, void>;

const passes = E.right(undefined);

export const clockCheck = (timing: Timing): ClockCheck => {
  const asking = new WeakMap<Session, Promise<E.Either<Failure, Greeted>>>();

  const refusal = (session: Session, { clocks }: Greeted): Failure | undefined =>
    clocks === undefined ? undefined : refusalBy(clocks, timing.maxSkew_ms, session.where());

  const isFresh = ({ asked_ms }: Greeted): boolean => {
    const age_ms = timing.now() - asked_ms;
    return age_ms >= 0 && age_ms < interval_ms;
  };

  const ask = (session: Session): Promise<E.Either<Failure, Greeted>> => {
    const begun = asking.get(session);
    if (begun !== undefined) return begun;
    const asked = greet(session, timing).finally(() => asking.delete(session));
    asking.set(session, asked);
    return asked;
  };

  const compareAnew = async (session: Session): Promise<E.Either<Failure, void>> => {
    const greeted = await ask(session);
    if (E.isLeft(greeted)) return greeted;
    const refused = refusal(session, greeted.right);
    return refused === undefined ? passes : E.left(refused);
  };

  return (session) => {
    const known = session.greeted();
    return known !== undefined && isFresh(known) && refusal(session, known) === undefined
      ? passes
      : compareAnew(session);
  };
};
