import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { Writable } from '../trackrecord.ts';
import { rehearsalOn } from './rehearsal.ts';

/**
 * Carries a job of several commands out once for trial, on a log that keeps nothing, and then in earnest:
 * where any of it would be refused, none of it is written – not even the parties that it would register.
 */
export const rehearsed = <A>(
  deps: Writable,
  job: (deps: Writable) => TE.TaskEither<Failure, A>,
): TE.TaskEither<Failure, A> =>
  pipe(
    job(rehearsalOn(deps).stage),
    TE.chain(() => job(deps)),
  );
