import type { Failure, ObservationAnswer } from '@trackrecord/application';
import { CorrectObservation, Observation } from '@trackrecord/domain';
import { ukDate, valueWords } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type ReadField, readOptionalLine, together, wrong } from '../change/forms/read-fields.ts';
import type { IndicatorForm, IndicatorPlace } from './indicator-form-kind.ts';
import { readNumber, readStatus, sourceField, statusField } from './value-fields.ts';

const ofWhat = ({ period, geography, breakdown }: ObservationAnswer): string =>
  [period, geography, breakdown].filter((part) => part !== null).join(', ');

/** The value that was chosen, or that the page was about: by its period, place and breakdown. */
const chosen = ({
  indicator: { series },
  filled,
}: IndicatorPlace): ObservationAnswer | undefined => {
  const key = filled.text('which');
  if (key !== '') return series.find((one) => one.key === key);
  const [period, geography, breakdown] = ['period', 'geography', 'breakdown'].map((name) =>
    filled.text(name),
  );
  return series.find(
    (one) =>
      one.period === period &&
      (one.geography ?? '') === geography &&
      (one.breakdown ?? '') === breakdown,
  );
};

const readCorrected = (
  { filled }: IndicatorPlace,
  { period, geography, breakdown }: ObservationAnswer,
): ReadField<Observation> =>
  pipe(
    together(
      readNumber('value', 'Right value', filled.text('value')),
      together(
        readStatus(filled.text('status')),
        readOptionalLine('source', 'Source', filled.text('source')),
      ),
    ),
    E.chain(([value, [status, source]]) => {
      const observed = {
        ...{ value, period, status },
        ...(geography === null ? {} : { geography }),
        ...(breakdown === null ? {} : { breakdown }),
        ...(source === undefined ? {} : { source }),
      };
      return Observation.is(observed)
        ? E.right(observed)
        : wrong('value', 'Right value: it cannot be recorded as it is.');
    }),
  );

/** A value is put right on a date on which it was there. */
const beforeIt = (failure: Failure, of: IndicatorPlace): string | undefined => {
  const first = chosen(of)?.history[0]?.effectiveOn;
  return failure._tag === 'Refused' && failure.refusal._tag === 'NotFound' && first !== undefined
    ? `The value is recorded since ${ukDate(first)}: enter that date or a later one.`
    : undefined;
};

/** Puts a recorded value right; the old one stays in the history. */
export const correctForm: IndicatorForm = {
  name: 'correct',
  may: 'manage',
  when: 'Since when is the right value known?',
  fieldOf: { period: 'effectiveOn' },
  wordsFor: beforeIt,
  shows: (of) => {
    const { indicator, filled } = of;
    const standing = chosen(of);
    const first = standing?.history[0]?.effectiveOn;
    return {
      heading: 'Correct a value',
      lead: [
        'The old value stays in the history, with who corrected it and why.',
        ...(first === undefined
          ? []
          : [
              `If it was wrong from the beginning, enter ${ukDate(first)} below, the date since when it counts: then the right one stands on past dates too.`,
            ]),
        ...(indicator.series.length === 0 ? ['No value is recorded yet.'] : []),
      ],
      fields: [
        {
          kind: 'select',
          field: 'which',
          label: 'Which value?',
          value: standing?.key ?? '',
          items: indicator.series.map((one) => ({
            value: one.key,
            text: `${ofWhat(one)}: ${valueWords(one.value, indicator.definition)}`,
          })),
          nothing: 'Choose one',
        },
        {
          kind: 'text',
          field: 'value',
          label: 'Right value',
          value: filled.text('value', standing === undefined ? '' : String(standing.value)),
          width: '10',
        },
        statusField(filled, standing?.status ?? 'final'),
        sourceField(filled, standing?.source ?? ''),
      ],
      button: 'Correct it',
    };
  },
  reads: (of) => {
    const standing = chosen(of);
    if (standing === undefined) return wrong('which', 'Which value? Choose one from the list.');
    return pipe(
      readCorrected(of, standing),
      E.map((observed) => {
        const words = valueWords(observed.value, of.indicator.definition);
        return {
          make: () => TE.right(CorrectObservation.of({ observed })),
          done: `The value for ${ofWhat(standing)} is now ${words}.`,
          nothingNew: `The value for ${ofWhat(standing)} is ${words} on that date already.`,
          mine: words,
        };
      }),
    );
  },
};
