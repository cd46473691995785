import {
  type Failure,
  invalid,
  isTimeZone,
  lookupParty,
  missing,
  type Writable,
} from '@trackrecord/application';
import { BankHolidayRegion, Days, type PartyId, TimeOfDay } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';

/** What was read of an option, or why it is not accepted. */
export type Read<A> = E.Either<Failure, A>;

const wrong = (option: string, text: string, accepted: string): Failure =>
  invalid(`${option}: "${text}" is not accepted; accepted ${accepted}.`);

/** What was said by an option, or what the policy holds where nothing was. */
export const said = <A>(
  text: string | undefined,
  held: A,
  read: (text: string) => Read<A>,
): Read<A> => (text === undefined ? E.right(held) : read(text.trim()));

const numberIn = (option: string, text: string): Read<number> => {
  const value = /^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN;
  return Days.is(value)
    ? E.right(value)
    : E.left(wrong(option, text, 'are whole days from 1 to 366'));
};

/** Days with commas between them, or "none". */
export const listIn =
  (option: string) =>
  (text: string): Read<ReadonlyArray<number>> =>
    text === 'none'
      ? E.right([])
      : pipe(
          text.split(','),
          E.traverseArray((part) => numberIn(option, part.trim())),
        );

/** Days, or "never". */
export const orNever =
  (option: string) =>
  (text: string): Read<number | undefined> =>
    text === 'never' ? E.right(undefined) : numberIn(option, text);

/** One of some choices by its name, in small or capital letters. */
export const oneOf =
  <A>(option: string, choices: ReadonlyMap<string, A>) =>
  (text: string): Read<A> => {
    const found = [...choices].find(([name]) => name.toLowerCase() === text.toLowerCase());
    return found === undefined
      ? E.left(wrong(option, text, `are ${[...choices.keys()].join(', ')}`))
      : E.right(found[1]);
  };

/** Whose bank holidays, by what is typed. */
export const regions = new Map<string, BankHolidayRegion | undefined>([
  ...Object.keys(BankHolidayRegion.keys)
    .filter(BankHolidayRegion.is)
    .map((region) => [region, region] as const),
  ['none', undefined],
]);

/** Dates with commas between them, or "none". */
export const datesIn = (text: string): Read<ReadonlyArray<LocalDate> | undefined> =>
  text === 'none'
    ? E.right(undefined)
    : pipe(
        text.split(',').map((part) => part.trim()),
        E.traverseArray((part) =>
          LocalDate.is(part)
            ? E.right(part)
            : E.left(wrong('--quiet-days', part, 'are dates such as 2026-12-24')),
        ),
      );

/** A time of day. */
export const timeIn = (text: string): Read<string> =>
  TimeOfDay.is(text)
    ? E.right(text)
    : E.left(wrong('--at', text, 'is a time of day from 00:00 to 23:59, such as 09:00'));

/** A time zone that there is, or "plan" for the plan’s own. */
export const zoneIn = (text: string): Read<string | undefined> => {
  if (text === 'plan') return E.right(undefined);
  return isTimeZone(text)
    ? E.right(text)
    : E.left(wrong('--time-zone', text, 'is a zone such as Europe/London, or plan'));
};

/** Somebody by name, or "nobody". */
export const partyIn =
  (deps: Writable, option: string) =>
  (name: string): Read<PartyId | undefined> =>
    name === 'nobody'
      ? E.right(undefined)
      : pipe(
          lookupParty(deps)(name),
          E.chain(
            E.fromNullable(
              missing(
                `${option}: nobody is known as "${name}"; "trackrecord parties" lists everybody.`,
              ),
            ),
          ),
        );
