import { type Observation, RecordObservation, Text } from '@trackrecord/domain';
import { type FormField, type FormItem, valueWords } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '@trackrecord/application';
import { type ReadField, readOptionalLine, together } from '../change/forms/read-fields.ts';
import { beforeItsTime, type IndicatorForm, type IndicatorPlace } from './indicator-form-kind.ts';
import {
  periodField,
  readNumber,
  readPeriodField,
  readStatus,
  sourceField,
  statusField,
} from './value-fields.ts';

const breakdownsOf = ({ indicator: { definition, series } }: IndicatorPlace) => [
  ...new Set([
    ...definition.breakdowns,
    ...series.flatMap(({ breakdown }) => (breakdown === null ? [] : [breakdown])),
  ]),
];

const otherOne = 'other';

/** Which part it is of: one of those there are, or another in words. */
const breakdownFields = (of: IndicatorPlace): ReadonlyArray<FormField> => {
  const known = breakdownsOf(of);
  const words: FormField = {
    kind: 'text',
    field: 'breakdown',
    label: known.length === 0 ? 'Breakdown' : 'Another breakdown',
    hint:
      known.length === 0
        ? 'Such as girls, or Year 6. Leave it empty for a value of all.'
        : 'Only where it is none of those above.',
    value: of.filled.text('breakdown'),
    width: '20',
  };
  const items: ReadonlyArray<FormItem> = known.map((value) => ({ value, text: value }));
  return known.length === 0
    ? [words]
    : [
        {
          kind: 'select',
          field: 'part',
          label: 'Of which part?',
          value: of.filled.text('part'),
          items: [...items, { value: otherOne, text: 'Another one: enter it below' }],
          nothing: 'Of all together',
        },
        words,
      ];
};

const breakdownTyped = ({ filled }: IndicatorPlace): string => {
  const [part, words] = [filled.text('part'), filled.text('breakdown')];
  return part === '' || part === otherOne ? words : part;
};

/**
 * As values of the same place are recorded already: one that says where it is, and one that leaves it out because the
 * indicator is of that place anyway, are not two values.
 */
const asRecorded = (
  { indicator: { definition, series } }: IndicatorPlace,
  observed: Observation,
): Observation => {
  const own = definition.geography;
  const { geography, ...others } = observed;
  if (!Text.is(own) || (geography !== undefined && geography !== own)) return observed;
  const isNamed = series.some(
    (one) =>
      one.period === observed.period &&
      one.breakdown === (observed.breakdown ?? null) &&
      one.geography === own,
  );
  return isNamed ? { ...others, geography: own } : others;
};

const readObserved = (of: IndicatorPlace): ReadField<Observation> => {
  const { filled } = of;
  return pipe(
    together(
      together(
        readPeriodField(filled.text('period')),
        readNumber('value', 'Value', filled.text('value')),
      ),
      together(
        readStatus(filled.text('status')),
        together(
          together(
            readOptionalLine('geography', 'Place', filled.text('geography')),
            readOptionalLine('breakdown', 'Breakdown', breakdownTyped(of)),
          ),
          readOptionalLine('source', 'Source', filled.text('source')),
        ),
      ),
    ),
    E.map(([[period, value], [status, [[geography, breakdown], source]]]) =>
      asRecorded(of, {
        period,
        value,
        status,
        ...(geography === undefined ? {} : { geography }),
        ...(breakdown === undefined ? {} : { breakdown }),
        ...(source === undefined ? {} : { source }),
      }),
    ),
  );
};

const isThere = (failure: Failure, { filled }: IndicatorPlace): string | undefined =>
  failure._tag === 'Refused' && failure.refusal._tag === 'RefTaken'
    ? `For which period? There is a value for ${filled.text('period').trim()} already: correct that one, or enter another period, place or breakdown.`
    : undefined;

/** Records a value of an indicator. */
export const recordForm: IndicatorForm = {
  name: 'record',
  may: 'manage',
  when: 'Since when is the value known?',
  wordsFor: (failure, of) => isThere(failure, of) ?? beforeItsTime(failure, of),
  shows: (of) => ({
    heading: 'Record a value',
    fields: [
      periodField(of.filled),
      {
        kind: 'text',
        field: 'value',
        label: 'Value',
        hint:
          of.indicator.definition.unit === null
            ? 'A number, such as 412 or 41.5.'
            : `In ${of.indicator.definition.unit}. A number, such as 412 or 41.5.`,
        value: of.filled.text('value'),
        width: '10',
      },
      {
        kind: 'text',
        field: 'geography',
        label: 'Place',
        hint:
          of.indicator.definition.geography === null
            ? 'Such as a ward or a district. You can leave it empty.'
            : `Leave it empty for ${of.indicator.definition.geography}.`,
        value: of.filled.text('geography'),
        width: '20',
      },
      ...breakdownFields(of),
      statusField(of.filled, 'final'),
      sourceField(of.filled),
    ],
    button: 'Record it',
    others: [
      {
        text: 'Correct a value that is recorded already',
        href: `/plans/${of.asked.plan}/indicators/${of.indicator.id}/correct`,
      },
    ],
  }),
  reads: (of) =>
    pipe(
      readObserved(of),
      E.map((observed) => {
        const words = valueWords(observed.value, of.indicator.definition);
        return {
          make: () => TE.right(RecordObservation.of({ observed })),
          done: `Recorded: ${words} in ${observed.period}.`,
          nothingNew: `${words} in ${observed.period} is recorded already.`,
          mine: words,
        };
      }),
    ),
};
