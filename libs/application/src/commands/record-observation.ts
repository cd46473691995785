import {
  CorrectObservation,
  decideIndicator,
  type Observation,
  RecordObservation,
} from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { carryOutAs } from '../carrying-out/carry-out-as.ts';
import type { Done } from '../carrying-out/carry-out.ts';
import type { Change } from './change-plan.ts';
import { lookupIndicator } from './lookup-indicator.ts';

/** A value of an indicator that a plan uses. */
export type Observed = Change &
  Readonly<{
    /** By its code, its title or its id. */
    indicator: string;
    observed: Observation;
    /** Whether it takes the place of a value recorded before. */
    corrects: boolean;
  }>;

/** Records a value of an indicator, or corrects one. The indicator has a log of its own, which plans share. */
export const recordObservation =
  (deps: Writable) =>
  ({ plan, indicator, observed, corrects, ...command }: Observed): TE.TaskEither<Failure, Done> =>
    pipe(
      TE.fromEither(lookupIndicator(deps, plan, indicator)),
      TE.chain((id) =>
        carryOutAs(deps)({
          ...command,
          stream: () => streamOf('indicator', id),
          decide: decideIndicator,
          steps: () =>
            TE.right([
              {
                order: corrects
                  ? CorrectObservation.of({ observed })
                  : RecordObservation.of({ observed }),
              },
            ]),
        }),
      ),
    );
