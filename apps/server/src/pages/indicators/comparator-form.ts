import { RecordComparator, Ref, type Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { readLine, readOptionalLine, together } from '../change/forms/read-fields.ts';
import { beforeItsTime, type IndicatorForm } from './indicator-form-kind.ts';
import { periodField, readNumber, readPeriodField, sourceField } from './value-fields.ts';

/** One value each of whom an indicator is held against, and period: said again it takes the place of the one before. */
const comparatorRef = (of: Text, period: Text): Ref => {
  const ref = `${of.slice(0, 50)} ${period.slice(0, 28)}`.replace(/\s+/gu, ' ').trim();
  if (Ref.is(ref)) return ref;
  throw new Error(`${ref} is no ref`);
};

/** Records a value of somebody else's to hold an indicator against. */
export const comparatorForm: IndicatorForm = {
  name: 'comparator',
  may: 'manage',
  when: 'Since when is the value known?',
  wordsFor: beforeItsTime,
  shows: ({ filled, indicator }) => ({
    heading: 'Record a value to compare with',
    lead: [
      'The county’s value, the nation’s or another’s for the same period. Said again for the same period, it takes the place of the one before.',
    ],
    fields: [
      {
        kind: 'text',
        field: 'of',
        label: 'Whose value is it?',
        hint: 'Such as England, or the county.',
        value: filled.text('of', indicator.comparators.at(-1)?.of ?? ''),
        width: '20',
      },
      periodField(filled),
      {
        kind: 'text',
        field: 'value',
        label: 'Value',
        hint: 'A number, such as 412 or 41.5.',
        value: filled.text('value'),
        width: '10',
      },
      sourceField(filled),
    ],
    button: 'Record it',
  }),
  reads: ({ filled }) =>
    pipe(
      together(
        together(
          readLine('of', 'Whose value is it?', filled.text('of')),
          readPeriodField(filled.text('period')),
        ),
        together(
          readNumber('value', 'Value', filled.text('value')),
          readOptionalLine('source', 'Source', filled.text('source')),
        ),
      ),
      E.map(([[of, period], [value, source]]) => ({
        make: () =>
          TE.right(
            RecordComparator.of({
              comparator: comparatorRef(of, period),
              recorded: { of, value, period, ...(source === undefined ? {} : { source }) },
            }),
          ),
        done: `Recorded: ${of} ${String(value)} in ${period}.`,
        nothingNew: `${of} ${String(value)} in ${period} is recorded already.`,
        mine: String(value),
      })),
    ),
};
