import { accountsAnswer } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../desk.ts';

/** The names of people by their accounts; none where they cannot be told now: a page goes without them. */
export const accountNames = (desk: Desk): ReadonlyMap<string, string> =>
  pipe(
    accountsAnswer(desk),
    E.match(
      () => new Map<string, string>(),
      (accounts) => new Map(accounts.map(({ id, party }) => [id, party.name] as const)),
    ),
  );
