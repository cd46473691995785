import { DefineIndicator } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { wrong } from '../change/forms/read-fields.ts';
import { definitionFields, type Defined, readDefinition } from './definition-fields.ts';
import type { IndicatorForm, IndicatorPlace } from './indicator-form-kind.ts';

/** What an indicator once said of itself can be said otherwise, and not be left out again. */
const leftOut = (
  { indicator: { definition } }: IndicatorPlace,
  { unit, direction, geography, breakdowns }: Defined,
): string | undefined => {
  const standing: ReadonlyArray<readonly [string, boolean]> = [
    ['unit', unit === undefined && definition.unit !== null],
    ['direction', direction === undefined && definition.direction !== null],
    ['geography', geography === undefined && definition.geography !== null],
    ['breakdowns', breakdowns === undefined && definition.breakdowns.length > 0],
  ];
  return standing.find(([, isLeftOut]) => isLeftOut)?.[0];
};

/** Says what an indicator is. */
export const defineForm: IndicatorForm = {
  name: 'define',
  may: 'manage',
  shows: ({ indicator: { definition }, filled }) => ({
    heading: 'Describe the indicator',
    lead:
      definition.code === null
        ? []
        : ['Indicators with a code are the same in every plan that uses them: so is this.'],
    fields: definitionFields(filled, definition),
    button: 'Save',
  }),
  reads: (of) =>
    pipe(
      readDefinition(of.filled),
      E.chain((defined) => {
        const field = leftOut(of, defined);
        return field === undefined
          ? E.right({
              make: () => TE.right(DefineIndicator.of(defined)),
              done: `The indicator is described: ${defined.title}`,
              nothingNew: 'The indicator is described so already.',
              mine: defined.title,
            })
          : wrong(
              field,
              'What was said of an indicator can be said otherwise, and not be left out again: enter what is right.',
            );
      }),
    ),
};
