import { type MakeOrders, newRef, type OnPlan, simply } from '@trackrecord/application';
import { MeetDataNeed, RaiseDataNeed, Subject, Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { ChangeForm, PlanForm } from '../change/change-form.ts';
import { shortened } from '../change/forms/form-words.ts';
import { readText, together, wrong } from '../change/forms/read-fields.ts';
import type { DataNeedPlace } from './target-form-kind.ts';
import { aboutField, byWhenField, readAbout, readByWhen } from './target-fields.ts';

type DataNeedForm = ChangeForm<DataNeedPlace, MakeOrders<OnPlan>>;

const aboutWhat = 'What is the data about?';
const whichData = 'Which data does the plan lack?';

/** Names data that the plan lacks. */
export const newDataNeedForm: PlanForm = {
  name: 'data-needs/new',
  may: 'manage',
  when: 'When was it found to be lacking?',
  fieldOf: {
    target: 'under',
    priority: 'under',
    theme: 'under',
    enabler: 'under',
    results: 'under',
    action: 'under',
    indicator: 'under',
  },
  shows: (of) => ({
    heading: 'Raise a data need',
    lead: ['Data that the plan would need to tell where it stands, and does not have yet.'],
    fields: [
      aboutField(of, aboutWhat, true),
      {
        kind: 'longText',
        field: 'words',
        label: whichData,
        value: of.filled.text('words'),
        rows: 3,
      },
      byWhenField(of.filled.text('timescale')),
    ],
    button: 'Raise it',
  }),
  reads: ({ filled }) =>
    pipe(
      together(
        together(
          readAbout(aboutWhat, filled.text('under')),
          readText('words', whichData, filled.text('words')),
        ),
        readByWhen(filled.text('timescale')),
      ),
      E.map(([[under, words], timescale]) => ({
        make: simply<OnPlan>(({ deps }) =>
          RaiseDataNeed.of({
            ...{ dataNeed: newRef(deps, 'd'), words, under },
            ...(timescale === undefined ? {} : { timescale }),
          }),
        ),
        done: `The data need is raised: ${shortened(words)}`,
        nothingNew: 'This data need is raised on that date already.',
        mine: `“${shortened(words)}”`,
      })),
    ),
};

const metDataForm: DataNeedForm = {
  name: 'met',
  may: 'manage',
  when: 'Since when is the data there?',
  shows: () => ({
    heading: 'The data is there now',
    lead: ['If it is a value of an indicator, record it there too.'],
    fields: [],
    button: 'Say that it is there',
  }),
  reads: ({ need }) =>
    E.right({
      make: simply(() => MeetDataNeed.of({ dataNeed: need.ref })),
      done: `The data is there: ${shortened(need.words)}`,
      nothingNew: 'That the data is there is recorded for that date already.',
      mine: 'Met',
    }),
};

const raiseAgainForm: DataNeedForm = {
  name: 'again',
  may: 'manage',
  when: 'Since when is it lacking again?',
  shows: () => ({
    heading: 'The data is lacking again',
    fields: [],
    button: 'Raise it again',
  }),
  reads: ({ need: { ref, words, under } }) =>
    Text.is(words) && Subject.is(under)
      ? E.right({
          make: simply<OnPlan>(() => RaiseDataNeed.of({ dataNeed: ref, words, under })),
          done: `The data need is raised again: ${shortened(words)}`,
          nothingNew: 'This data need is raised on that date already.',
          mine: 'Raised',
        })
      : wrong('why', 'It cannot be raised again as it was: raise a new one.'),
};

/** Every form that changes a data need. */
export const dataNeedForms: ReadonlyArray<DataNeedForm> = [metDataForm, raiseAgainForm];
