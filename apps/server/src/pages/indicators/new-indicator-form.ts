import {
  carryOutAs,
  changePlan,
  endOfTime,
  type Failure,
  simply,
  storage,
  streamOf,
} from '@trackrecord/application';
import { indicatorIdIn } from '@trackrecord/documents';
import {
  decideIndicator,
  DefineIndicator,
  indicator as indicatorItself,
  type IndicatorId,
  isThere,
  LinkIndicator,
  type Ref,
  Subject,
} from '@trackrecord/domain';
import { indicatorPath, planItems } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { ChangeForm, FormKind, FormPlace } from '../change/change-form.ts';
import { shortened } from '../change/forms/form-words.ts';
import { type ReadField, together, wrong } from '../change/forms/read-fields.ts';
import { planFormKind } from '../change/plan-form-kind.ts';
import { type Defined, definitionFields, readCode, readDefinition } from './definition-fields.ts';

/** An indicator that a plan takes up. */
export type NewIndicator = Readonly<{
  id: IndicatorId;
  code: Ref | undefined;
  defined: Defined;
  measures: Subject;
}>;

/** Whether another plan uses it already: then it is what that says, and only taken up. */
const isDefined = ({ views }: Desk, id: IndicatorId): E.Either<Failure, boolean> =>
  pipe(
    views.head(),
    E.chain((knownAt) => views.cutOf(streamOf('indicator', id), { asOf: endOfTime, knownAt })),
    E.bimap(storage, (cut) => isThere(cut, indicatorItself)),
  );

/** The indicator first, which is harmless alone, and the plan's word for it last. */
export const newIndicatorKind: FormKind<FormPlace, NewIndicator> = {
  ...planFormKind,
  subject: () => 'the indicators',
  caption: () => 'Indicators',
  back: ({ asked }) => `/plans/${asked.plan}/indicators`,
  change: (desk, _of, change, { id, code, defined, measures }) =>
    pipe(
      TE.fromEither(isDefined(desk, id)),
      TE.chain((isThereAlready) =>
        isThereAlready
          ? TE.right<Failure, unknown>(null)
          : carryOutAs(desk)({
              author: change.author,
              stream: () => streamOf('indicator', id),
              decide: decideIndicator,
              steps: () =>
                TE.right([
                  {
                    order: DefineIndicator.of({
                      ...defined,
                      ...(code === undefined ? {} : { code }),
                    }),
                  },
                ]),
            }),
      ),
      TE.chain(() =>
        changePlan(desk)({
          ...change,
          make: simply(() => LinkIndicator.of({ indicator: id, to: measures })),
        }),
      ),
    ),
};

const whatMeasured = 'What in the plan does it measure?';

const readMeasures = (typed: string): ReadField<Subject> =>
  Subject.is(typed)
    ? E.right(typed)
    : wrong('measures', `${whatMeasured} Choose one from the list.`);

/** Takes an indicator up into a plan; one with a code may be another plan's already. */
export const newIndicatorForm: ChangeForm<FormPlace, NewIndicator> = {
  name: 'indicators/new',
  may: 'manage',
  fieldOf: {
    priority: 'measures',
    theme: 'measures',
    enabler: 'measures',
    results: 'measures',
    action: 'measures',
  },
  shows: ({ asked, filled }) => {
    const items = [...planItems(asked.answer).values()].filter(
      ({ subject }) => !/^(?:indicator|target):/u.test(subject),
    );
    return {
      heading: 'Add an indicator',
      fields: [
        {
          kind: 'text',
          field: 'code',
          label: 'Code',
          hint: 'Of a national or county set, such as NI 112. An indicator with a code is the same in every plan. You can leave it empty.',
          value: filled.text('code'),
          width: '10',
        },
        ...definitionFields(filled),
        {
          kind: 'select',
          field: 'measures',
          label: whatMeasured,
          value: filled.text('measures'),
          items: items.map(({ subject, short, title }) => ({
            value: subject,
            text: shortened(title === '' ? short : `${short}: ${title}`, 90),
          })),
          nothing: 'Choose one',
        },
      ],
      button: 'Take it up',
    };
  },
  reads: ({ asked, filled }) =>
    pipe(
      together(
        together(readCode(filled.text('code')), readDefinition(filled)),
        readMeasures(filled.text('measures')),
      ),
      E.map(([[code, defined], measures]) => {
        const id = indicatorIdIn(asked.plan)(
          code === undefined ? { title: defined.title } : { code, title: defined.title },
        );
        return {
          make: { id, code, defined, measures },
          done: `The plan uses the indicator ${defined.title}`,
          nothingNew: 'The plan uses this indicator for that already.',
          mine: defined.title,
          leadsTo: indicatorPath(asked.plan, id),
        };
      }),
    ),
};
