import {
  endOfTime,
  type Failure,
  historyAnswer,
  type HistoryAnswer,
} from '@trackrecord/application';
import type { Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { PlanPlace } from './plan-place.ts';

/** What others recorded in a plan after an ordinal; nothing where there is no plan, or nobody says after which. */
export const meanwhileIn = (
  desk: Desk,
  { plan, head, title }: PlanPlace,
  basedOn: Ordinal | undefined,
): E.Either<Failure, ReadonlyArray<HistoryAnswer>> =>
  basedOn === undefined || title === null
    ? E.right([])
    : pipe(
        historyAnswer(desk)(
          { plan, point: { asOf: endOfTime, knownAt: head }, knownAt: null, asIn: null },
          { withConfirmed: false },
        ),
        E.map((lines) =>
          lines.filter(
            ({ ordinal, retracted }) =>
              ordinal > basedOn || (retracted !== null && retracted.ordinal > basedOn),
          ),
        ),
      );
