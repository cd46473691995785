import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import type { FormErrors } from '@trackrecord/pages';
import * as TE from 'fp-ts/lib/TaskEither.js';

/**
 * What a form is shown again for, each message at its field; `undefined` where what failed is nothing that somebody
 * could fill in otherwise. What is about no field of the form stands at its first.
 */
export const formErrorsOf =
  (fields: readonly [string, ...ReadonlyArray<string>]) =>
  (failure: Failure): FormErrors | undefined => {
    switch (failure._tag) {
      case 'Invalid':
      case 'Missing':
      case 'Refused':
      case 'Conflict': {
        const field = fieldOfFailure(failure);
        return [
          {
            field: field !== undefined && fields.includes(field) ? field : fields[0],
            message: describeFailure(failure),
          },
        ];
      }
      case 'Unreadable':
      case 'NotAuthorised':
      case 'NotYet':
      case 'Storage':
        return undefined;
    }
  };

/** Shows a form again where what was filled in is refused; every other failure goes on. */
export const orShowAgain =
  <A>(
    fields: readonly [string, ...ReadonlyArray<string>],
    show: (errors: FormErrors) => TE.TaskEither<Failure, A>,
  ) =>
  (work: TE.TaskEither<Failure, A>): TE.TaskEither<Failure, A> =>
    TE.orElse((failure: Failure) => {
      const errors = formErrorsOf(fields)(failure);
      return errors === undefined ? TE.left(failure) : show(errors);
    })(work);

/** What a form was refused with: it was understood, and cannot be done as it stands. */
export const refusedStatus = 422;
