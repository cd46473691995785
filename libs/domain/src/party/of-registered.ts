import * as E from 'fp-ts/lib/Either.js';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import { party } from './fields.ts';

/** Decides what is simply said of a party: it is, where there is such a party. */
export const ofRegistered =
  <Data>(event: Readonly<{ of: (data: Data) => PartyBody }>) =>
  ({ cut }: StreamState) =>
  (asked: Data): E.Either<NotRegistered, ReadonlyArray<PartyBody>> =>
    isThere(cut, party)
      ? E.right([event.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
