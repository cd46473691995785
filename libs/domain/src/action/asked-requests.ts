import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { NotFound } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import type { Ref } from '../words.ts';
import { updateRequest } from './fields.ts';
import { openRequests } from './open-requests.ts';

/**
 * What is still open of the requests that a command names, or of all where it names none.
 * A request that was never made is not found; one that is answered already is left as it is.
 */
export const askedRequests = (
  { cut }: StreamState,
  subject: string,
  named: ReadonlyArray<Ref> | undefined,
): E.Either<NotFound, ReturnType<typeof openRequests>> =>
  pipe(
    named ?? [],
    E.traverseArray((request): E.Either<NotFound, Ref> =>
      O.isSome(updateRequest.of(cut, subject, request))
        ? E.right(request)
        : E.left({ _tag: 'NotFound', kind: 'request', ref: request }),
    ),
    E.map(() => openRequests(cut, subject, named)),
  );
