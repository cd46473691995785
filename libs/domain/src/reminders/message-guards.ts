import type { Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import type { MessageIsOtherwise, NotFound } from '../refusals.ts';
import type { StreamState } from '../stream-state.ts';
import {
  type AskedItem,
  type MessageState,
  messageItems,
  messageState,
  messageSubject,
} from './fields.ts';

/** The states by their names. */
type StateNamed<Name extends MessageState['is']> = Extract<MessageState, { is: Name }>;

const isOne =
  <Name extends MessageState['is']>(names: ReadonlyArray<Name>) =>
  (state: MessageState): state is StateNamed<Name> =>
    names.some((name) => name === state.is);

/** The state of a message that must be in one of some states. */
export const messageThatIs = <Name extends MessageState['is']>(
  { cut }: StreamState,
  message: number,
  names: ReadonlyArray<Name>,
): E.Either<NotFound | MessageIsOtherwise, StateNamed<Name>> =>
  pipe(
    messageState.of(cut, messageSubject(message)),
    E.fromOption((): NotFound => ({ _tag: 'NotFound', kind: 'message', ref: String(message) })),
    E.filterOrElseW(isOne(names), ({ is }): MessageIsOtherwise => ({
      _tag: 'MessageIsOtherwise',
      message,
      state: is,
    })),
  );

/** How many things a message asks for; none where there is no such message. */
export const countItems = (cut: Values, message: number): number =>
  O.match(
    () => 0,
    (items: ReadonlyArray<AskedItem>) => items.length,
  )(messageItems.of(cut, messageSubject(message)));

/** An item that must be in a message. */
export const itemThere = (
  { cut }: StreamState,
  message: number,
  item: number,
): E.Either<NotFound, number> =>
  item >= 1 && item <= countItems(cut, message)
    ? E.right(item)
    : E.left({ _tag: 'NotFound', kind: 'item', ref: `${message}.${item}` });
