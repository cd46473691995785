import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import { isThere } from '../guards.ts';
import type { NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { party } from './fields.ts';
import { PartyRenamed } from './party-renamed.ts';

/** Gives a person or an organisation another name. */
export const RenameParty = defineCommand('RenameParty', t.type({ name: Text }));

export type RenamePartyRefusal = NotRegistered;

export const renameParty: DecideOn<typeof RenameParty, RenamePartyRefusal, PartyBody> =
  ({ cut }) =>
  (asked) =>
    isThere(cut, party)
      ? E.right([PartyRenamed.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'party' });
