import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PartnershipBody } from '../event/domain-event.ts';
import { Text } from '../words.ts';
import { PartnershipRegistered } from './partnership-registered.ts';

/** Registers a partnership. */
export const RegisterPartnership = defineCommand('RegisterPartnership', t.type({ name: Text }));

export type RegisterPartnershipRefusal = never;

export const registerPartnership: DecideOn<
  typeof RegisterPartnership,
  RegisterPartnershipRefusal,
  PartnershipBody
> = () => (asked) => E.right([PartnershipRegistered.of(asked)]);
