import type { PlanAnswer } from '@trackrecord/application';
import { recogniseTimescale } from '@trackrecord/documents';
import { Subject, type Timescale } from '@trackrecord/domain';
import { type FormField, type FormItem, planItems } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { FormPlace } from '../change/change-form.ts';
import { shortened } from '../change/forms/form-words.ts';
import { type ReadField, readOptionalLine, wrong } from '../change/forms/read-fields.ts';

/** What of a plan something can be said of: headings, indicators, actions, and targets where data about them lacks. */
const itemChoices = (answer: PlanAnswer, withTargets: boolean): ReadonlyArray<FormItem> =>
  [...planItems(answer).values()]
    .filter(({ subject }) => withTargets || !subject.startsWith('target:'))
    .map(({ subject, short, title }) => ({
      value: subject,
      text: shortened(title === '' ? short : `${short}: ${title}`, 90),
    }));

/** The field that asks what something is about. */
export const aboutField = (
  { asked, filled }: FormPlace,
  label: string,
  withTargets: boolean,
): FormField => ({
  kind: 'select',
  field: 'under',
  label,
  value: filled.text('under'),
  items: itemChoices(asked.answer, withTargets),
  nothing: 'Choose one',
});

export const readAbout = (label: string, typed: string): ReadField<Subject> =>
  Subject.is(typed) ? E.right(typed) : wrong('under', `${label} Choose one from the list.`);

/** The field that asks by when, in words. */
export const byWhenField = (value: string): FormField => ({
  kind: 'text',
  field: 'timescale',
  label: 'By when?',
  hint: 'In words, such as “by March 2027”. You can leave it empty.',
  value,
  width: '20',
});

/** By when, with the dates that its words give. */
export const readByWhen = (typed: string): ReadField<Timescale | undefined> => {
  return pipe(
    readOptionalLine('timescale', 'By when?', typed),
    E.map((asWritten) =>
      asWritten === undefined
        ? undefined
        : { ...recogniseTimescale(asWritten)?.timescale, asWritten },
    ),
  );
};
