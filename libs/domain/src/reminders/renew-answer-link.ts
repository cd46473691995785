import { Count, type Values } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import * as RA from 'fp-ts/lib/ReadonlyArray.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { RemindersBody } from '../event/domain-event.ts';
import type { NotFound, RefTaken, TooManyLinks } from '../refusals.ts';
import {
  type AskedItem,
  type LinkAgain,
  messageItems,
  messageLinkAgain,
  messageSubject,
  messageTo,
} from './fields.ts';
import { itemThere } from './message-guards.ts';
import { ReminderDue } from './reminder-due.ts';

/** As many links as one thing that was asked for gets after the first: whoever loses that many is not helped by more. */
export const mostLinksAgain = 5;

/** Sends the link of a thing that was asked for again, to whom it went: as the run's next message, by its number. */
export const RenewAnswerLink = defineCommand(
  'RenewAnswerLink',
  t.type({ message: Count, item: Count, as: Count }),
);

export type RenewAnswerLinkRefusal = NotFound | RefTaken | TooManyLinks;

/** How many messages a run has; they are numbered from 1 without gaps. */
const countMessages = (cut: Values, before = 0): number =>
  O.isSome(messageTo.of(cut, messageSubject(before + 1))) ? countMessages(cut, before + 1) : before;

const isAgain = (cut: Values, message: number, original: LinkAgain): boolean =>
  O.exists((of: LinkAgain) => of.message === original.message && of.item === original.item)(
    messageLinkAgain.of(cut, messageSubject(message)),
  );

/** What is due to whoever got the item first. */
const again = (cut: Values, original: LinkAgain, message: number) =>
  pipe(
    O.Do,
    O.bind('to', () => messageTo.of(cut, messageSubject(original.message))),
    O.bind('item', () =>
      pipe(
        messageItems.of(cut, messageSubject(original.message)),
        O.chainNullableK((items: ReadonlyArray<AskedItem>) => items[original.item - 1]),
      ),
    ),
    O.map(({ to, item }) => ReminderDue.of({ message, to, items: [item], linkAgain: original })),
    RA.fromOption,
  );

export const renewAnswerLink: DecideOn<
  typeof RenewAnswerLink,
  RenewAnswerLinkRefusal,
  RemindersBody
> =
  (state) =>
  ({ message, item, as: number }) =>
    pipe(
      itemThere(state, message, item),
      E.map(() => ({
        count: countMessages(state.cut),
        // A link that was sent again stands for the first one.
        original: O.getOrElse(() => ({ message, item }))(
          messageLinkAgain.of(state.cut, messageSubject(message)),
        ),
      })),
      E.filterOrElseW(
        ({ count }) => number === count + 1,
        (): RefTaken => ({ _tag: 'RefTaken', kind: 'message', ref: String(number) }),
      ),
      E.filterOrElseW(
        ({ count, original }) =>
          RA.makeBy(count, (place) => place + 1).filter((one) => isAgain(state.cut, one, original))
            .length < mostLinksAgain,
        (): TooManyLinks => ({ _tag: 'TooManyLinks', most: mostLinksAgain }),
      ),
      E.map(({ original }) => again(state.cut, original, number)),
    );
