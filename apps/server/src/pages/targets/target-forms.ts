import { type MakeOrders, type OnPlan, simply } from '@trackrecord/application';
import {
  DropTarget,
  MeetTarget,
  RewordTarget,
  SetTarget,
  Subject,
  Text,
} from '@trackrecord/domain';
import { JsonString } from '@trackrecord/kernel';
import { targetName } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ChangeForm } from '../change/change-form.ts';
import { shortened } from '../change/forms/form-words.ts';
import { mostOfTitle, readText, together, wrong } from '../change/forms/read-fields.ts';
import type { TargetPlace } from './target-form-kind.ts';
import { byWhenField, readByWhen } from './target-fields.ts';

type TargetForm = ChangeForm<TargetPlace, MakeOrders<OnPlan>>;

const states: Readonly<Record<string, string>> = { set: 'open', met: 'met', dropped: 'dropped' };

const stands = ({ target }: TargetPlace): string =>
  `${targetName(target)} is ${states[target.status] ?? target.status} at the moment.`;

const metForm: TargetForm = {
  name: 'met',
  may: 'manage',
  when: 'When was it met?',
  shows: (of) => ({
    heading: 'The target is met',
    lead: of.target.status === 'set' ? [] : [stands(of)],
    fields: [],
    button: 'Say that it is met',
  }),
  reads: ({ target }) =>
    E.right({
      make: simply(() => MeetTarget.of({ target: target.ref })),
      done: `${targetName(target)} is met.`,
      nothingNew: `${targetName(target)} is met on that date already.`,
      mine: 'Met',
    }),
};

const dropForm: TargetForm = {
  name: 'dropped',
  may: 'manage',
  needsWhy: true,
  when: 'When was it dropped?',
  shows: (of) => ({
    heading: 'Drop the target',
    lead: [
      'It is then given up, and stays in the plan as dropped. It can be set again.',
      ...(of.target.status === 'set' ? [] : [stands(of)]),
    ],
    fields: [],
    button: 'Drop it',
    warns: true,
  }),
  reads: ({ target }) =>
    E.right({
      make: simply(() => DropTarget.of({ target: target.ref })),
      done: `${targetName(target)} is dropped.`,
      nothingNew: `${targetName(target)} is dropped on that date already.`,
      mine: 'Dropped',
    }),
};

const rewordTargetForm: TargetForm = {
  name: 'reword',
  may: 'manage',
  shows: ({ target, filled }) => ({
    heading: 'Reword the target',
    fields: [
      {
        kind: 'longText',
        field: 'words',
        label: 'What is to be reached?',
        value: filled.text('words', target.words),
        rows: 3,
      },
      byWhenField(filled.text('timescale', target.timescale?.asWritten ?? '')),
    ],
    button: 'Save the words',
  }),
  reads: ({ target, filled }) =>
    pipe(
      together(
        readText('words', 'What is to be reached?', filled.text('words'), mostOfTitle),
        readByWhen(filled.text('timescale')),
      ),
      E.chain(([words, timescale]) =>
        // A target whose date is taken out is another target: the log has no word for it.
        timescale === undefined && target.timescale !== null
          ? wrong(
              'timescale',
              `By when? Enter when it is to be reached; until now it is “${target.timescale.asWritten}”. To have a target without a date, drop this one and set another.`,
            )
          : E.right({
              make: simply<OnPlan>(() =>
                RewordTarget.of({
                  target: target.ref,
                  words,
                  ...(timescale === undefined ? {} : { timescale }),
                }),
              ),
              done: `${targetName(target)} was reworded.`,
              nothingNew: `${targetName(target)} says so on that date already.`,
              mine: `“${shortened(words)}”`,
            }),
      ),
    ),
};

/** Sets a target again that was dropped: as it was. */
const setAgainForm: TargetForm = {
  name: 'again',
  may: 'manage',
  when: 'When was it set again?',
  shows: (of) => ({
    heading: 'Set the target again',
    lead: of.target.status === 'dropped' ? ['It is then open, in the same words.'] : [stands(of)],
    fields: [],
    button: 'Set it again',
  }),
  reads: ({ target }) => {
    const { ref, label, words, under, timescale } = target;
    return JsonString.is(label) && Text.is(words) && Subject.is(under)
      ? E.right({
          make: simply<OnPlan>(() =>
            SetTarget.of({
              target: ref,
              label,
              words,
              under,
              ...(timescale === null ? {} : { timescale }),
            }),
          ),
          done: `${targetName(target)} is open again.`,
          nothingNew: `${targetName(target)} is open on that date already.`,
          mine: 'Open',
        })
      : wrong('why', 'It cannot be set again as it was: set a new one.');
  },
};

/** Every form that changes a target. */
export const targetForms: ReadonlyArray<TargetForm> = [
  metForm,
  dropForm,
  rewordTargetForm,
  setAgainForm,
];
