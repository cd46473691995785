import {
  carryOutAs,
  type ChangedMeanwhile,
  changePlan,
  type Failure,
  type IndicatorInFull,
  type MakeOrders,
  type OnPlan,
  storage,
  streamOf,
} from '@trackrecord/application';
import { decideIndicator, IndicatorId, type IndicatorOrder } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';
import { indicatorPath, indicatorStanding, ukDate, valueWords } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { ChangeForm, FormKind, FormPlace, Meanwhile } from '../change/change-form.ts';
import { indicatorOf } from './asked-indicator.ts';

/** An indicator of a plan as it stands today, and since when it is defined. */
export type IndicatorPlace = FormPlace &
  Readonly<{
    indicator: Omit<IndicatorInFull, 'id'> & Readonly<{ id: IndicatorId }>;
    definedOn: LocalDate | null;
  }>;

/** What is to happen to an indicator, whose log is its own. */
export type MakeIndicatorOrder = (desk: Desk) => TE.TaskEither<Failure, IndicatorOrder>;

export type IndicatorForm = ChangeForm<IndicatorPlace, MakeIndicatorOrder>;
export type IndicatorInPlanForm = ChangeForm<IndicatorPlace, MakeOrders<OnPlan>>;

/** Since when an indicator is there: before that date nothing can be recorded of it. */
const definedOn = (
  { views }: Desk,
  id: IndicatorId,
  { asked }: FormPlace,
): E.Either<Failure, LocalDate | null> =>
  pipe(
    views.recordsOf(streamOf('indicator', id), asked.answer.ordinal, { field: 'exists' }),
    E.bimap(storage, (records) =>
      records
        .filter(({ retracted }) => retracted === undefined)
        .reduce<LocalDate | null>(
          (first, { effectiveOn }) => (first === null || effectiveOn < first ? effectiveOn : first),
          null,
        ),
    ),
  );

const place = (desk: Desk, named: string, of: FormPlace): E.Either<Failure, IndicatorPlace> =>
  pipe(
    indicatorOf(desk, of.asked, named),
    E.chain((indicator) => {
      const { id } = indicator;
      if (!IndicatorId.is(id)) throw new Error(`${id} is no indicator id`);
      return pipe(
        definedOn(desk, id, of),
        E.map((since) => ({ ...of, indicator: { ...indicator, id }, definedOn: since })),
      );
    }),
  );

const shared = {
  base: '/plans/:plan/indicators/:indicator',
  subject: () => 'the indicator',
  place: (desk, { params }, of) => place(desk, params['indicator'] ?? '', of),
  caption: ({ indicator: { definition, id } }) => definition.title ?? id,
  since: ({ definedOn: since }) => since,
  words: () => null,
  standingHeading: 'As it stands today',
  standing: ({ indicator }) => indicatorStanding(indicator),
  trail: () => undefined,
  back: ({ asked, indicator }) => indicatorPath(asked.plan, indicator.id),
} satisfies Omit<FormKind<IndicatorPlace, never>, 'change'>;

/** What somebody else recorded of a value meanwhile: the indicator was read anew since. */
const meanwhile = (
  { indicator: { series, definition } }: IndicatorPlace,
  { ordinal }: ChangedMeanwhile,
): Meanwhile | undefined => {
  const line = series
    .flatMap(({ history }) => history)
    .find((one) => one.ordinal === ordinal || one.retracted?.ordinal === ordinal);
  if (line === undefined) return undefined;
  const what = `${line.sentence}.`;
  return line.retracted === null ? { what, theirs: valueWords(line.value, definition) } : { what };
};

/** Forms that change what is recorded of an indicator. */
export const indicatorFormKind: FormKind<IndicatorPlace, MakeIndicatorOrder> = {
  ...shared,
  meanwhile,
  change: (desk, { indicator }, { author, commandId }, make) =>
    pipe(
      make(desk),
      TE.chain((order) =>
        carryOutAs(desk)({
          author,
          commandId,
          stream: () => streamOf('indicator', indicator.id),
          decide: decideIndicator,
          steps: () => TE.right([{ order }]),
        }),
      ),
      TE.map((done) => ({ ...done, changes: [] })),
    ),
};

/** Forms that change what a plan says of an indicator. */
export const indicatorInPlanKind: FormKind<IndicatorPlace, MakeOrders<OnPlan>> = {
  ...shared,
  trail: ({ indicator }) => `indicator:${indicator.id}`,
  change: (desk, _of, change, make) => changePlan(desk)({ ...change, make }),
};

/** On dates before an indicator was defined it takes nothing. */
export const beforeItsTime = (failure: Failure, { definedOn: since }: IndicatorPlace) =>
  failure._tag === 'Refused' && failure.refusal._tag === 'NotRegistered' && since !== null
    ? `The indicator is defined since ${ukDate(since)}: enter that date or a later one.`
    : undefined;
