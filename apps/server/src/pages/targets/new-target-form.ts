import { type MakeOrders, newRef, type OnPlan, simply } from '@trackrecord/application';
import { Ref, SetTarget, type Subject, type Text, type Timescale } from '@trackrecord/domain';
import { JsonString } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { PlanForm } from '../change/change-form.ts';
import { shortened } from '../change/forms/form-words.ts';
import {
  mostOfTitle,
  type ReadField,
  readText,
  together,
  wrong,
} from '../change/forms/read-fields.ts';
import { aboutField, byWhenField, readAbout, readByWhen } from './target-fields.ts';

const ofWhat = 'What is it a target of?';

type Label = Readonly<{ ref: Ref | undefined; label: string }>;

/** Its number in the plan, which then is its ref too; targets need none. */
const readLabel = (typed: string): ReadField<Label> => {
  const label = typed.trim();
  if (label === '') return E.right({ ref: undefined, label });
  const ref = label.replace(/\.$/u, '');
  return Ref.is(ref) && JsonString.is(label)
    ? E.right({ ref, label })
    : wrong('label', `Number: “${label.slice(0, 100)}” is not accepted. Enter one such as 2.3a.`);
};

type NewTarget = Readonly<{
  of: Subject;
  named: Label;
  words: Text;
  timescale: Timescale | undefined;
}>;

const setting = ({ of, named, words, timescale }: NewTarget): MakeOrders<OnPlan> =>
  simply(({ deps }) =>
    SetTarget.of({
      target: named.ref ?? newRef(deps, 't'),
      label: named.label,
      words,
      under: of,
      ...(timescale === undefined ? {} : { timescale }),
    }),
  );

/** Sets a target. */
export const newTargetForm: PlanForm = {
  name: 'targets/new',
  may: 'manage',
  when: 'When was it set?',
  fieldOf: {
    target: 'label',
    priority: 'under',
    theme: 'under',
    enabler: 'under',
    results: 'under',
    action: 'under',
    indicator: 'under',
  },
  shows: (of) => ({
    heading: 'Set a target',
    fields: [
      aboutField(of, ofWhat, false),
      {
        kind: 'text',
        field: 'label',
        label: 'Number',
        hint: 'What the plan knows it by, such as 2.3a. You can leave it empty.',
        value: of.filled.text('label'),
        width: '10',
      },
      {
        kind: 'longText',
        field: 'words',
        label: 'What is to be reached?',
        value: of.filled.text('words'),
        rows: 3,
      },
      byWhenField(of.filled.text('timescale')),
    ],
    button: 'Set the target',
  }),
  reads: ({ filled }) =>
    pipe(
      together(
        together(readAbout(ofWhat, filled.text('under')), readLabel(filled.text('label'))),
        together(
          readText('words', 'What is to be reached?', filled.text('words'), mostOfTitle),
          readByWhen(filled.text('timescale')),
        ),
      ),
      E.map(([[of, named], [words, timescale]]) => ({
        make: setting({ of, named, words, timescale }),
        done: `The target is set: ${shortened(words)}`,
        nothingNew: 'This target is set on that date already.',
        mine: `“${shortened(words)}”`,
      })),
    ),
};
