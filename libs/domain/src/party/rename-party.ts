import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartyBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { PartyRenamed } from './party-renamed.ts';
import { ofRegistered } from './of-registered.ts';

/** Gives a person or an organisation another name. */
export const RenameParty = defineCommand('RenameParty', t.type({ name: Text }));

export type RenamePartyRefusal = NotRegistered;

export const renameParty: DecideOn<typeof RenameParty, RenamePartyRefusal, PartyBody> =
  ofRegistered(PartyRenamed);
