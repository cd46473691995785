import {
  ActionWithdrawn,
  type Asked,
  notRated,
  type OwedReason,
  type Settled,
  SettleReminder,
  UpdateRequest,
  updateRequest,
} from '@trackrecord/domain';
import { askedSoFar, type AssertionRecord, debtKey } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import { dueKeys, type PlanSituation } from './load-situation.ts';
import { recordOfRun } from './record-run.ts';
import type { Reminding } from './reminding.ts';

type Records = E.Either<Failure, ReadonlyArray<AssertionRecord>>;

/** Whether what a record says ends a debt of its kind: other news of the same action leaves it owed. */
const endsDebt =
  ({ reason, since, request }: Asked) =>
  ({ type, field, value, effectiveOn }: AssertionRecord): boolean => {
    switch (reason) {
      case 'asked':
        return (
          request !== undefined &&
          field === updateRequest.says('', request, null).field &&
          UpdateRequest.is(value) &&
          value.state === 'given'
        );
      case 'overdue':
        return type !== ActionWithdrawn.type && effectiveOn > since;
      case 'never rated':
        return value !== notRated;
      case 'timescale passed':
      case 'target with a gap':
      case 'no observation':
      case 'data missing':
      case 'period ended':
        return false;
    }
  };

const fieldsEnding: Readonly<Partial<Record<OwedReason, string>>> = {
  asked: 'request',
  overdue: 'updated',
  'never rated': 'rating',
};

/**
 * What settled a debt that is there no longer: the first update that ended it, or the action's closing, recorded after
 * it was asked for; else that it went otherwise (waived, withdrawn, put off, taken back).
 */
const settledBy = (
  { views, clock }: Reminding,
  { plan, ordinal, zone, today }: PlanSituation,
  asked: Asked,
): E.Either<Failure, Settled> => {
  const recordsOf = (field: string | undefined): Records =>
    field === undefined
      ? E.right([])
      : pipe(
          views.recordsOf(streamOf('plan', plan), ordinal, {
            ...{ subject: asked.about, field, after: asked.ordinal },
          }),
          E.bimap(storage, (records) => records.filter(({ retracted }) => retracted === undefined)),
        );
  return pipe(
    E.Do,
    E.bind('updates', () => recordsOf(fieldsEnding[asked.reason])),
    E.bind('closings', () => recordsOf('status')),
    E.map(({ updates, closings }): Settled => {
      const update =
        updates.find(endsDebt(asked)) ?? closings.find(({ value }) => value === 'closed');
      return update === undefined
        ? { is: 'owed no longer', why: 'it is owed no longer', on: today }
        : {
            is: 'answered',
            by: update.eventId,
            on: clock.local(update.recordedAt, zone).date,
            byLink: update.channel === 'email link',
          };
    }),
  );
};

/** Records of what was asked and is owed no longer what came of it, where its last message stands. */
export const settleAsked = (
  reminding: Reminding,
  situation: PlanSituation,
): TE.TaskEither<Failure, number> => {
  const { plan, lastRun } = situation;
  const due = dueKeys(situation);
  const gone = (lastRun === null ? [] : askedSoFar(lastRun)).filter(
    (asked) => !due.has(debtKey(asked)),
  );
  return pipe(
    gone,
    TE.traverseSeqArray((asked) =>
      pipe(
        TE.fromEither(settledBy(reminding, situation, asked)),
        TE.chain((settled) =>
          recordOfRun(reminding, { plan, on: asked.run })(
            SettleReminder.of({ message: asked.message, item: asked.item, settled }),
          ),
        ),
      ),
    ),
    TE.map((recorded) => recorded.filter((one) => one).length),
  );
};
