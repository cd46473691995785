import * as E from 'fp-ts/lib/Either.js';
import { clocksOf } from './clock.ts';
import { type Failure, lasting } from './failure.ts';
import type { Greeted } from './greeted.ts';
import type { Timing } from './options.ts';
import { type Session, within } from './session.ts';

/** The first release that tells a subscription when it has caught up. */
const oldest = { major: 23, minor: 10 };

const isTooOld = (version: string): boolean => {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined || minor === undefined) return false;
  // Builds that are no releases call themselves 0.0.
  if (Number(major) === 0) return false;
  return (
    Number(major) < oldest.major || (Number(major) === oldest.major && Number(minor) < oldest.minor)
  );
};

/** Asks a server for its version and time, and remembers them in the session. */
export const greet = async (
  session: Session,
  timing: Timing,
): Promise<E.Either<Failure, Greeted>> => {
  const asked_ms = timing.now();
  const greeting = await within(session, timing, (client) => client.greet());
  if (E.isLeft(greeting)) return greeting;
  const { version } = greeting.right;
  if (isTooOld(version)) {
    return E.left(
      lasting(
        `the server ${session.where()} is release ${version}: EventStoreDB 23.10 or later, or KurrentDB, is needed`,
      ),
    );
  }
  const clocks = clocksOf(greeting.right, (asked_ms + timing.now()) / 2);
  const greeted = { asked_ms, version, clocks };
  session.remember(greeted);
  return E.right(greeted);
};
