import { newRef, type OnPlan, simply } from '@trackrecord/application';
import {
  type Baseline,
  LinkIndicator,
  SetBaseline,
  Subject,
  subjectOf,
  TellStory,
  UnlinkIndicator,
} from '@trackrecord/domain';
import { type FormItem, itemOf, planItems } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { shortened } from '../change/forms/form-words.ts';
import {
  type ReadField,
  readOptionalLine,
  readText,
  together,
  wrong,
} from '../change/forms/read-fields.ts';
import type { IndicatorInPlanForm, IndicatorPlace } from './indicator-form-kind.ts';
import { readNumber } from './value-fields.ts';

const itemWords = ({ asked }: IndicatorPlace, subject: string): string => {
  const { short, title } = itemOf(planItems(asked.answer), subject);
  return shortened(title === '' ? short : `${short}: ${title}`, 90);
};

/** What an indicator can measure: headings and actions, not what it measures already. */
const linkable = (of: IndicatorPlace): ReadonlyArray<FormItem> => {
  const linked = new Set(of.indicator.under.map(({ subject }) => subject));
  return [...planItems(of.asked.answer).keys()]
    .filter((subject) => !linked.has(subject) && !/^(?:indicator|target):/u.test(subject))
    .map((value) => ({ value, text: itemWords(of, value) }));
};

const readSubject = (field: string, label: string, typed: string): ReadField<Subject> =>
  Subject.is(typed) ? E.right(typed) : wrong(field, `${label} Choose one from the list.`);

const itemFields: Readonly<Record<string, string>> = {
  priority: 'item',
  theme: 'item',
  enabler: 'item',
  results: 'item',
  action: 'item',
};

const linkForm: IndicatorInPlanForm = {
  name: 'link',
  may: 'manage',
  fieldOf: itemFields,
  shows: (of) => ({
    heading: 'Link the indicator',
    fields: [
      {
        kind: 'select',
        field: 'item',
        label: 'What does it measure?',
        value: of.filled.text('item'),
        items: linkable(of),
        nothing: 'Choose one',
      },
    ],
    button: 'Link it',
  }),
  reads: (of) =>
    pipe(
      readSubject('item', 'What does it measure?', of.filled.text('item')),
      E.map((to) => ({
        make: simply<OnPlan>(() => LinkIndicator.of({ indicator: of.indicator.id, to })),
        done: `It measures ${itemWords(of, to)}`,
        nothingNew: 'It measures that on that date already.',
        mine: itemWords(of, to),
      })),
    ),
};

const unlinkForm: IndicatorInPlanForm = {
  name: 'unlink',
  may: 'manage',
  fieldOf: { ...itemFields, indicator: 'item' },
  shows: (of) => ({
    heading: 'Unlink the indicator',
    ...(of.indicator.under.length === 1
      ? {
          warning:
            'It measures nothing else in this plan: without this it is no indicator of the plan any more. Its values are kept.',
        }
      : {}),
    fields: [
      {
        kind: 'radios',
        field: 'item',
        label: 'What does it measure no longer?',
        value: of.filled.text(
          'item',
          of.indicator.under.length === 1 ? of.indicator.under[0]?.subject : undefined,
        ),
        items: of.indicator.under.map(({ subject }) => ({
          value: subject,
          text: itemWords(of, subject),
        })),
      },
    ],
    button: 'Unlink it',
  }),
  reads: (of) =>
    pipe(
      readSubject('item', 'What does it measure no longer?', of.filled.text('item')),
      E.map((from) => ({
        make: simply<OnPlan>(() => UnlinkIndicator.of({ indicator: of.indicator.id, from })),
        done: `It does not measure ${itemWords(of, from)} any more.`,
        nothingNew: 'It does not measure that on that date already.',
        mine: 'Unlinked',
        ...(of.indicator.under.length === 1
          ? { leadsTo: `/plans/${of.asked.plan}/indicators` }
          : {}),
      })),
    ),
};

const readBaseline = ({ filled }: IndicatorPlace): ReadField<Baseline> => {
  const [value, period] = [filled.text('value').trim(), filled.text('period').trim()];
  return pipe(
    together(
      readText('asWritten', 'Where did the plan start from?', filled.text('asWritten')),
      together(
        value === '' ? E.right(undefined) : readNumber('value', 'As a number', value),
        readOptionalLine('period', 'Of which period?', period),
      ),
    ),
    E.map(([asWritten, [number, of]]) => ({
      asWritten,
      ...(number === undefined ? {} : { value: number }),
      ...(of === undefined ? {} : { period: of }),
    })),
  );
};

const baselineForm: IndicatorInPlanForm = {
  name: 'baseline',
  may: 'manage',
  shows: ({ indicator: { baseline }, filled }) => ({
    heading: baseline === null ? 'Set the baseline' : 'Change the baseline',
    fields: [
      {
        kind: 'longText',
        field: 'asWritten',
        label: 'Where did the plan start from?',
        hint: 'In words, such as “380 families in 2024/25”.',
        value: filled.text('asWritten', baseline?.asWritten ?? ''),
        rows: 4,
      },
      {
        kind: 'text',
        field: 'value',
        label: 'As a number',
        hint: 'So that it stands in the chart. You can leave it empty.',
        value: filled.text('value', baseline?.value === undefined ? '' : String(baseline.value)),
        width: '10',
      },
      {
        kind: 'text',
        field: 'period',
        label: 'Of which period?',
        hint: 'Such as 2024/25. You can leave it empty.',
        value: filled.text('period', baseline?.period ?? ''),
        width: '20',
      },
    ],
    button: 'Save the baseline',
  }),
  reads: (of) =>
    pipe(
      readBaseline(of),
      E.map((baseline) => ({
        make: simply<OnPlan>(() => SetBaseline.of({ indicator: of.indicator.id, baseline })),
        done: `The baseline is ${shortened(baseline.asWritten)}`,
        nothingNew: 'The baseline says so on that date already.',
        mine: `“${shortened(baseline.asWritten)}”`,
      })),
    ),
};

const itself = ({ indicator }: IndicatorPlace): string => subjectOf('indicator', indicator.id);

const storyForm: IndicatorInPlanForm = {
  name: 'story',
  may: 'manage',
  fieldOf: itemFields,
  shows: (of) => ({
    heading: 'Tell the story behind the baseline',
    lead: ['Why the numbers are what they are: what drives them, and what has been tried.'],
    fields: [
      {
        kind: 'select',
        field: 'item',
        label: 'What is it told of?',
        value: of.filled.text('item', itself(of)),
        items: [
          { value: itself(of), text: 'This indicator' },
          ...of.indicator.under
            .filter(({ subject }) => /^(?:priority|result):/u.test(subject))
            .map(({ subject }) => ({ value: subject, text: itemWords(of, subject) })),
        ],
      },
      { kind: 'longText', field: 'text', label: 'Story', value: of.filled.text('text'), rows: 6 },
    ],
    button: 'Save the story',
  }),
  reads: ({ filled }) =>
    pipe(
      together(
        readSubject('item', 'What is it told of?', filled.text('item')),
        readText('text', 'Story', filled.text('text')),
      ),
      E.map(([about, text]) => ({
        make: simply<OnPlan>(({ deps }) => TellStory.of({ about, story: newRef(deps, 's'), text })),
        done: 'The story is told.',
        nothingNew: 'This story is told already.',
        mine: `“${shortened(text)}”`,
      })),
    ),
};

/** Forms about what a plan says of an indicator. */
export const inPlanForms: ReadonlyArray<IndicatorInPlanForm> = [
  linkForm,
  unlinkForm,
  baselineForm,
  storyForm,
];
