import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { accessDate, loadAccounts } from '../access/load-access.ts';
import { type Failure, storage } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import type { Look } from './load-situation.ts';

/** What all plans are looked at by, as the views know it now. */
export const look = (deps: Readable): E.Either<Failure, Look> =>
  pipe(
    E.Do,
    E.bind('ordinal', () => E.mapLeft(storage)(deps.views.head())),
    E.bind('accounts', () => loadAccounts(deps, accessDate(deps))),
  );
