import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import type { FormErrors } from '@trackrecord/pages';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Fields } from '../../http/exchange.ts';

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
      case 'Busy':
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

/** The fields that must be filled in, and what is said of each that is not. */
export const emptyIn = (
  { raw }: Pick<Fields, 'raw'>,
  required: Readonly<Record<string, string>>,
): FormErrors =>
  Object.entries(required).flatMap(([field, message]) =>
    raw(field).trim() === '' ? [{ field, message }] : [],
  );

/** What a form was refused with: it was understood, and cannot be done as it stands. */
export const refusedStatus = 422;
