import { Direction, Ref, type Text } from '@trackrecord/domain';
import type { IndicatorInFull } from '@trackrecord/application';
import type { FormField } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Filled } from '../change/filled.ts';
import {
  mostOfTitle,
  type ReadField,
  readLine,
  readOptionalLine,
  readText,
  together,
  wrong,
} from '../change/forms/read-fields.ts';

/** What an indicator is, as a form gives it. */
export type Defined = Readonly<{
  title: Text;
  unit?: Text;
  direction?: Direction;
  geography?: Text;
  breakdowns?: ReadonlyArray<Text>;
}>;

const linesIn = (typed: string): ReadonlyArray<string> =>
  typed
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The fields that say what an indicator is, as it is defined at present. */
export const definitionFields = (
  filled: Filled,
  standing?: IndicatorInFull['definition'],
): ReadonlyArray<FormField> => [
  {
    kind: 'text',
    field: 'title',
    label: 'What is measured?',
    hint: 'Such as “Families who use a children’s centre”.',
    value: filled.text('title', standing?.title ?? ''),
  },
  {
    kind: 'text',
    field: 'unit',
    label: 'Counted in',
    hint: 'Such as families, or %. You can leave it empty.',
    value: filled.text('unit', standing?.unit ?? ''),
    width: '20',
  },
  {
    kind: 'select',
    field: 'direction',
    label: 'What is good?',
    value: filled.text('direction', standing?.direction ?? ''),
    items: [
      { value: 'higher is better', text: 'Higher is better' },
      { value: 'lower is better', text: 'Lower is better' },
    ],
    nothing: 'Not said: nobody judges',
  },
  {
    kind: 'text',
    field: 'geography',
    label: 'Place',
    hint: 'Which place its values are of. You can leave it empty.',
    value: filled.text('geography', standing?.geography ?? ''),
    width: '20',
  },
  {
    kind: 'longText',
    field: 'breakdowns',
    label: 'Broken down by',
    hint: 'One a line, such as girls, boys. You can leave it empty.',
    value: filled.text('breakdowns', standing?.breakdowns.join('\n') ?? ''),
    rows: 3,
  },
];

const readDirection = (typed: string): ReadField<Direction | undefined> => {
  if (typed === '') return E.right(undefined);
  return Direction.is(typed)
    ? E.right(typed)
    : wrong('direction', 'What is good? Choose one from the list.');
};

const readBreakdowns = (typed: string): ReadField<ReadonlyArray<Text>> =>
  pipe(
    linesIn(typed),
    E.traverseArray((line) => readLine('breakdowns', 'Broken down by', line)),
  );

/** What an indicator is, as it was filled in. */
export const readDefinition = (filled: Filled): ReadField<Defined> =>
  pipe(
    together(
      together(
        readText('title', 'What is measured?', filled.text('title'), mostOfTitle),
        readOptionalLine('unit', 'Counted in', filled.text('unit')),
      ),
      together(
        readDirection(filled.text('direction')),
        together(
          readOptionalLine('geography', 'Place', filled.text('geography')),
          readBreakdowns(filled.text('breakdowns')),
        ),
      ),
    ),
    E.map(([[title, unit], [direction, [geography, breakdowns]]]) => ({
      title,
      ...(unit === undefined ? {} : { unit }),
      ...(direction === undefined ? {} : { direction }),
      ...(geography === undefined ? {} : { geography }),
      ...(breakdowns.length === 0 ? {} : { breakdowns }),
    })),
  );

/** A code of a national or county set. */
export const readCode = (typed: string): ReadField<Ref | undefined> => {
  const code = typed.trim();
  if (code === '') return E.right(undefined);
  return Ref.is(code)
    ? E.right(code)
    : wrong('code', `Code: “${code.slice(0, 60)}” is not accepted. Enter one such as NI 112.`);
};
