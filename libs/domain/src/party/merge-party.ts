import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { IntoItself, NotRegistered } from '../refusals.ts';
import { PartyId } from '../words.ts';
import { party } from './fields.ts';
import { PartyMerged } from './party-merged.ts';

/** Says that this party is another one: two spellings of one name. */
export const MergeParty = defineCommand('MergeParty', t.type({ party: PartyId, into: PartyId }));

export type MergePartyRefusal = NotRegistered | IntoItself;

export const mergeParty: DecideOn<typeof MergeParty, MergePartyRefusal, PartyBody> =
  ({ cut }) =>
  ({ party: self, into }) => {
    if (!isThere(cut, party)) return E.left({ _tag: 'NotRegistered', what: 'party' });
    return self === into
      ? E.left({ _tag: 'IntoItself', what: 'party' })
      : E.right([PartyMerged.of({ into })]);
  };
