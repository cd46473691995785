import * as E from 'fp-ts/lib/Either.js';
import type { ClusterClient } from './cluster-client.ts';
import { describeFailure } from './describe-failure.ts';
import { type Failure, lost } from './failure.ts';
import { type Gate, makeGate } from './gate.ts';
import type { Greeted } from './greeted.ts';
import type { Timing } from './options.ts';

/** The time from a client's making to its end: what is under way through it ends with it. */
export type Session = Readonly<{
  client: ClusterClient;
  /** The host and port, or all that were named where it is not connected yet. */
  where: () => string;
  /** What the server said when it was last greeted; remembered by whoever greets it. */
  greeted: () => Greeted | undefined;
  remember: (greeted: Greeted) => void;
  /** Lets appends begin. */
  gate: Gate;
  /** What was thrown, as a failure. */
  describe: (thrown: unknown) => Failure;
  /** Ends it: everything that is under way fails with this. */
  giveUp: (failure: Failure) => void;
  /** Calls once when it has ended, at once where it has. Gives the way to listen no longer. */
  whenLost: (tell: (failure: Failure) => void) => () => void;
}>;

type Parts = Readonly<{
  client: ClusterClient;
  /** The hosts of the connection string. */
  hosts: string;
  hasCredentials: boolean;
  onEnd: (failure: Failure) => void;
}>;

export const makeSession = ({ client, hosts, hasCredentials, onEnd }: Parts): Session => {
  const listening = new Set<(failure: Failure) => void>();
  let ended: Failure | undefined;
  let greeted: Greeted | undefined;

  const where = (): string => client.peer ?? hosts;
  const describe = (thrown: unknown): Failure => describeFailure(thrown, where(), hasCredentials);
  const giveUp = (failure: Failure): void => {
    if (ended !== undefined) return;
    ended = failure;
    onEnd(failure);
    const told = [...listening];
    listening.clear();
    told.forEach((tell) => {
      tell(failure);
    });
  };

  client.tellOfErrors((error) => {
    const failure = describe(error);
    if (failure.lost) giveUp(failure);
  });

  return {
    client,
    where,
    greeted: () => greeted,
    remember: (latest) => {
      greeted = latest;
    },
    gate: makeGate(),
    describe,
    giveUp,
    whenLost: (tell) => {
      if (ended === undefined) listening.add(tell);
      else tell(ended);
      return () => {
        listening.delete(tell);
      };
    },
  };
};

/**
 * Does something through a client, for at most the time that a try may take; never rejects. Who does not answer in time
 * is given up, and everything else that is under way there with it: the client has calls that hang for ever.
 */
export const within = <A>(
  session: Session,
  { deadline_ms, startTimer }: Pick<Timing, 'deadline_ms' | 'startTimer'>,
  work: (client: ClusterClient) => Promise<A>,
): Promise<E.Either<Failure, A>> =>
  new Promise((resolve) => {
    let isOver = false;
    let stopListening = (): void => undefined;
    let stopTimer = (): void => undefined;
    const finish = (outcome: E.Either<Failure, A>): void => {
      isOver = true;
      stopTimer();
      stopListening();
      resolve(outcome);
    };
    stopListening = session.whenLost((failure) => {
      finish(E.left(failure));
    });
    if (isOver) return;
    stopTimer = startTimer(deadline_ms, () => {
      session.giveUp(
        lost(`the server ${session.where()} has not answered within ${deadline_ms / 1000} s`),
      );
    });
    work(session.client).then(
      (done) => {
        finish(E.right(done));
      },
      (thrown: unknown) => {
        // Whether the client itself broke, it tells by itself.
        finish(E.left(session.describe(thrown)));
      },
    );
  });
