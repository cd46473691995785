import { missing, storage, streamOf } from '@trackrecord/application';
import { RetractAssertions } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { ObservationLine } from '@trackrecord/application';
import { wrong } from '../change/forms/read-fields.ts';
import type { IndicatorForm, IndicatorPlace } from './indicator-form-kind.ts';

const lineOf = ({ indicator: { series }, filled }: IndicatorPlace): ObservationLine | undefined =>
  series
    .flatMap(({ history }) => history)
    .find(({ ordinal }) => String(ordinal) === filled.text('ordinal'));

/** Takes back a value that should never have been recorded: as known from now on it never held. */
export const retractValueForm: IndicatorForm = {
  name: 'retract',
  may: 'manage',
  carries: ['ordinal'],
  undated: true,
  needsWhy: true,
  fieldOf: { events: 'why', ordinals: 'why' },
  shows: (of) => {
    const line = lineOf(of);
    return {
      heading: 'This was wrong',
      lead: [
        ...(line === undefined ? [] : [`${line.sentence}.`]),
        'It is taken back: from now on it never held, and what was recorded before it counts again, if anything. It stays in the history with your reason. If the number alone is wrong, correct it instead.',
      ],
      fields: [],
      button: 'Take it back',
      warns: true,
    };
  },
  reads: (of) => {
    const line = lineOf(of);
    if (line === undefined)
      return wrong(
        'why',
        'There is no such entry any more. Choose “This was wrong” beside an entry of the history.',
      );
    const { ordinal } = line;
    return E.right({
      make: ({ views }) =>
        pipe(
          views.recordsOf(streamOf('indicator', of.indicator.id), of.asked.answer.ordinal, {}),
          E.mapLeft(storage),
          E.map((records) => records.find((record) => record.ordinal === ordinal)?.eventId),
          E.chain(
            E.fromNullable(missing(`Ordinal ${ordinal} is no entry of this history.`, 'ordinals')),
          ),
          E.map((event) => RetractAssertions.of({ events: [event] })),
          TE.fromEither,
        ),
      done: `The entry ${ordinal} was taken back.`,
      nothingNew: 'It was taken back already.',
      mine: 'Taken back',
    });
  },
};
