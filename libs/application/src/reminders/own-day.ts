import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid } from '../failure.ts';
import { resolveQuestion } from '../questions/resolve-question.ts';
import type { Readable } from '../trackrecord.ts';
import { policyAnswer } from './policy-answer.ts';
import type { Run } from './record-run.ts';

/** That a run is of today, where its plan is kept: only then its messages leave, and can be sent again. */
export const onItsOwnDay = (deps: Readable, { plan, on }: Run): E.Either<Failure, null> =>
  pipe(
    resolveQuestion(deps)(plan, {}),
    E.chain(policyAnswer(deps)),
    E.filterOrElse(
      ({ timeZone }) => deps.clock.today(timeZone) === on,
      () =>
        invalid(
          'A message of another day is not sent again: what is still owed of it is in the next message to them.',
          'day',
        ),
    ),
    E.map(() => null),
  );
