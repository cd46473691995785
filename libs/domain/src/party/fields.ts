import { field, memberField } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, Text } from '../words.ts';
import { EmailAddress } from './email-address.ts';

/** The person or organisation as the subject of its own stream. */
export const party = 'party';
export const partyExists = field('exists', t.literal(true));
export const PartyKind = t.keyof({ person: null, organisation: null }, 'PartyKind');
export type PartyKind = t.TypeOf<typeof PartyKind>;
export const partyKind = field('kind', PartyKind);
export const partyName = field('name', Text);
/** The party that this one turned out to be. */
export const partyMergedInto = field('mergedInto', PartyId);
export const membership = memberField('organisation', t.literal(true));
/** A role on a board, one a board and role. */
export const boardRole = memberField('boardRole', t.type({ board: Text, role: Text }));

/** Where reminders go. */
export const contactAddress = field('contactAddress', EmailAddress);
/** That they asked for no more of them. */
export const remindersDeclined = field('remindersDeclined', t.literal(true));
