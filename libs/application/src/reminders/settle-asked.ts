import { type Asked, type Settled, SettleReminder } from '@trackrecord/domain';
import { askedSoFar, debtKey } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import { dueKeys, type PlanSituation } from './load-situation.ts';
import { recordOfRun } from './record-run.ts';
import type { Reminding } from './reminding.ts';

/**
 * What settled a debt that is there no longer: the update that came after it was asked for, on the day on which it
 * was recorded; else that it went otherwise (closed, waived, taken back).
 */
const settledBy = (
  { views, clock }: Reminding,
  { plan, ordinal, zone, today }: PlanSituation,
  asked: Asked,
): E.Either<Failure, Settled> =>
  pipe(
    views.recordsOf(streamOf('plan', plan), ordinal, {
      subject: asked.about,
      field: 'updated',
      after: asked.ordinal,
    }),
    E.bimap(storage, (records): Settled => {
      const update = records.find(({ retracted }) => retracted === undefined);
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
