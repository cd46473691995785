import {
  ActionWithdrawn,
  type Asked,
  notRated,
  type OwedReason,
  type Settled,
  SettleReminder,
  Timescale,
  UpdateRequest,
  updateRequest,
} from '@trackrecord/domain';
import { type AssertionRecord, debtKey } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { PlanSituation } from './load-situation.ts';
import { recordEachOfRun } from './record-run.ts';
import type { Reminding } from './reminding.ts';

/** What besides its action's end can end a debt, by the field that says it; what is of no action ends otherwise. */
const fieldsEnding: Readonly<Partial<Record<OwedReason, string>>> = {
  asked: 'request',
  overdue: 'updated',
  'never rated': 'rating',
  'timescale passed': 'timescale',
};

const stateOfRequest = (
  { request }: Asked,
  { subject, field, value }: AssertionRecord,
): UpdateRequest['state'] | undefined =>
  request !== undefined &&
  field === updateRequest.says(subject, request, null).field &&
  UpdateRequest.is(value)
    ? value.state
    : undefined;

/** What a record does to a debt: other news of the same action leaves it owed. */
const effectOn = (
  asked: Asked,
  record: AssertionRecord,
): 'answers it' | 'ends it' | 'leaves it' => {
  const { type, field, value, effectiveOn } = record;
  if (field === 'status')
    return value === 'closed' ? 'answers it' : value === 'open' ? 'leaves it' : 'ends it';
  switch (asked.reason) {
    case 'asked': {
      const state = stateOfRequest(asked, record);
      return state === 'given' ? 'answers it' : state === 'waived' ? 'ends it' : 'leaves it';
    }
    case 'overdue':
      if (effectiveOn <= asked.since) return 'leaves it';
      return type === ActionWithdrawn.type ? 'ends it' : 'answers it';
    case 'never rated':
      return value === notRated ? 'leaves it' : 'answers it';
    case 'timescale passed':
      return Timescale.is(value) && value.latest === asked.since ? 'leaves it' : 'ends it';
    case 'target with a gap':
    case 'no observation':
    case 'data missing':
    case 'period ended':
      return 'leaves it';
  }
};

/**
 * What settled a debt that is there no longer: the update that ended it, or the action's closing, whichever was
 * recorded first after it was asked for; else that it went otherwise (waived, withdrawn, put off, taken back).
 */
const settledBy = (
  { views, clock }: Reminding,
  { plan, ordinal, zone, today }: PlanSituation,
  asked: Asked,
): E.Either<Failure, Settled> =>
  pipe(
    [fieldsEnding[asked.reason], 'status'].filter((field) => field !== undefined),
    E.traverseArray((field) =>
      views.recordsOf(streamOf('plan', plan), ordinal, {
        ...{ subject: asked.about, field, after: asked.ordinal },
      }),
    ),
    E.bimap(storage, (found): Settled => {
      const end = found
        .flat()
        .filter((one) => one.retracted === undefined && effectOn(asked, one) !== 'leaves it')
        .toSorted((a, b) => a.ordinal - b.ordinal)[0];
      return end === undefined || effectOn(asked, end) === 'ends it'
        ? { is: 'owed no longer', why: 'it is owed no longer', on: today }
        : {
            is: 'answered',
            by: end.eventId,
            on: clock.local(end.recordedAt, zone).date,
            byLink: end.channel === 'email link',
          };
    }),
  );

/** Records of what was asked and is owed no longer what came of it, where its last message stands. */
export const settleAsked = (
  reminding: Reminding,
  situation: PlanSituation,
): TE.TaskEither<Failure, number> => {
  const { plan, dueKeys } = situation;
  const gone = situation.asked.filter((asked) => !dueKeys.has(debtKey(asked)));
  return pipe(
    [...Map.groupBy(gone, ({ run }) => run)],
    TE.traverseSeqArray(([on, asked]) =>
      pipe(
        asked,
        E.traverseArray((one) =>
          pipe(
            settledBy(reminding, situation, one),
            E.map((settled) =>
              SettleReminder.of({ message: one.message, item: one.item, settled }),
            ),
          ),
        ),
        TE.fromEither,
        TE.chain(recordEachOfRun(reminding, { plan, on })),
      ),
    ),
    TE.map((counts) => counts.reduce((sum, count) => sum + count, 0)),
  );
};
