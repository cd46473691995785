import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartnershipBody } from '../event/domain-event.ts';
import type { NotRegistered } from '../refusals.ts';
import { Text } from '../words.ts';
import { partnership, partnershipName } from './fields.ts';
import { PartnershipRenamed } from './partnership-renamed.ts';

/** Gives a partnership another name. */
export const RenamePartnership = defineCommand('RenamePartnership', t.type({ name: Text }));

export type RenamePartnershipRefusal = NotRegistered;

export const renamePartnership: DecideOn<
  typeof RenamePartnership,
  RenamePartnershipRefusal,
  PartnershipBody
> =
  ({ cut }) =>
  (asked) =>
    O.isSome(partnershipName.of(cut, partnership))
      ? E.right([PartnershipRenamed.of(asked)])
      : E.left({ _tag: 'NotRegistered', what: 'partnership' });
