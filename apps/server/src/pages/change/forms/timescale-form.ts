import { type MakeOrders, type OnAction, simply, timescaleOrder } from '@trackrecord/application';
import { recogniseTimescale } from '@trackrecord/documents';
import { RemoveTimescale, type Timescale } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { parseUkDate, ukDate, ukNumbersDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ActionForm, ActionPlace } from '../change-form.ts';
import { type ReadField, readLine, together, wrong } from './read-fields.ts';

const readDate = (field: string, name: string, typed: string): ReadField<LocalDate | undefined> =>
  typed.trim() === ''
    ? E.right(undefined)
    : pipe(
        parseUkDate(name)(typed),
        E.mapLeft((message) => [{ field, message }]),
      );

type Dates = readonly [earliest: LocalDate | undefined, latest: LocalDate | undefined];

const inOrder = (dates: Dates): ReadField<Dates> => {
  const [earliest, latest] = dates;
  return earliest === undefined || latest === undefined || earliest <= latest
    ? E.right(dates)
    : wrong(
        'latest',
        `Done by: ${ukDate(latest)} is before ${ukDate(earliest)}. Enter that day or a later one.`,
      );
};

/** The dates that were typed or, where none was, those that the words say. */
const readTimescale = ({ filled }: ActionPlace): ReadField<Timescale> =>
  pipe(
    together(
      readLine('timescale', 'When is it to be done?', filled.text('timescale')),
      pipe(
        together(
          readDate('earliest', 'Not before', filled.text('earliest')),
          readDate('latest', 'Done by', filled.text('latest')),
        ),
        E.chain(inOrder),
      ),
    ),
    E.map(([asWritten, [earliest, latest]]) => {
      const said =
        earliest === undefined && latest === undefined
          ? recogniseTimescale(asWritten)?.timescale
          : undefined;
      const [first, last] = [earliest ?? said?.earliest, latest ?? said?.latest];
      return {
        asWritten,
        ...(first === undefined ? {} : { earliest: first }),
        ...(last === undefined ? {} : { latest: last }),
      };
    }),
  );

const dateOf = (date: LocalDate | undefined): string =>
  date === undefined ? '' : ukNumbersDate(date);

/** Says when an action is to be done, in words and maybe by dates. */
export const timescaleForm: ActionForm = {
  name: 'timescale',
  may: 'manage',
  shows: ({ action, filled }) => ({
    heading: action.timescale === null ? 'Set the timescale' : 'Change the timescale',
    fields: [
      {
        kind: 'text',
        field: 'timescale',
        label: 'When is it to be done?',
        hint: 'In the words of the plan, such as “by September 2027” or “Autumn 2027”.',
        value: filled.text('timescale', action.timescale?.asWritten ?? ''),
        width: '30',
      },
      {
        kind: 'date',
        field: 'earliest',
        label: 'Not before',
        hint: 'For example 1/9/2027. Leave both dates empty to take them from the words.',
        value: filled.text('earliest', dateOf(action.timescale?.earliest)),
      },
      {
        kind: 'date',
        field: 'latest',
        label: 'Done by',
        hint: 'For example 30/9/2027.',
        value: filled.text('latest', dateOf(action.timescale?.latest)),
      },
    ],
    button: 'Save the timescale',
  }),
  reads: (of) =>
    pipe(
      readTimescale(of),
      E.map((timescale) => ({
        make: timescaleOrder(timescale),
        done: `Action ${of.action.ref} is to be done: ${timescale.asWritten}.`,
        nothingNew: `Action ${of.action.ref} has this timescale on that date already.`,
        mine: `“${timescale.asWritten}”`,
      })),
    ),
};

const removing: MakeOrders<OnAction> = simply(({ action }) => RemoveTimescale.of({ action }));

/** Says that an action is to be done by no particular date. */
export const noTimescaleForm: ActionForm = {
  name: 'no-timescale',
  may: 'manage',
  shows: ({ action }) => ({
    heading: 'Remove the timescale',
    lead: [
      action.timescale === null
        ? 'This action has no timescale at the moment.'
        : `It is then to be done by no particular date. Now it is “${action.timescale.asWritten}”.`,
    ],
    fields: [],
    button: 'Remove it',
  }),
  reads: ({ action }) =>
    E.right({
      make: removing,
      done: `Action ${action.ref} has no timescale any more.`,
      nothingNew: `Action ${action.ref} has no timescale on that date.`,
      mine: 'No timescale',
    }),
};
