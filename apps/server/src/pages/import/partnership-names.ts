import {
  describeFailure,
  type Failure,
  partnershipNamed,
  partnershipsAnswer,
  rehearsalOn,
} from '@trackrecord/application';
import type { FormErrors } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { saidOnPage, type SignedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';

/** The names of the partnerships that there are. */
export const partnershipNames = (desk: Desk): E.Either<Failure, ReadonlyArray<string>> =>
  pipe(
    partnershipsAnswer(desk)({}),
    E.map(({ partnerships }) => partnerships.map(({ name }) => name)),
  );

/** Tries whether a partnership can have that name; nothing is registered. */
export const tryPartnership =
  (desk: Desk, who: SignedIn) =>
  (name: string | null): TE.TaskEither<FormErrors, null> => {
    if (name === null) return TE.right(null);
    return pipe(
      partnershipNamed(rehearsalOn(desk).stage)(name, saidOnPage(desk, who)),
      TE.bimap(
        (failure) => [
          {
            field: 'otherPartnership',
            message: describeFailure(failure),
          },
        ],
        () => null,
      ),
    );
  };
