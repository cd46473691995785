import { Count } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { AnswerLinksRevoked } from './answer-links-revoked.ts';
import { messageSubject, messageTo } from './fields.ts';

/** Ends the links of a message, before their time. */
export const RevokeAnswerLinks = defineCommand('RevokeAnswerLinks', t.type({ message: Count }));

export type RevokeAnswerLinksRefusal = NotFound;

export const revokeAnswerLinks: DecideOn<
  typeof RevokeAnswerLinks,
  RevokeAnswerLinksRefusal,
  RemindersBody
> =
  ({ cut }) =>
  ({ message }) =>
    pipe(
      messageTo.of(cut, messageSubject(message)),
      O.match(
        () => E.left({ _tag: 'NotFound', kind: 'message', ref: String(message) }),
        () => E.right([AnswerLinksRevoked.of({ message })]),
      ),
    );
