import {
  endOfTime,
  type Failure,
  fieldAndMember,
  storage,
  streamOf,
} from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import { leftOutOfTrails } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';
import { partyChoices } from '../change/party-choices.ts';

/** So many names are offered where one is typed; beyond that a browser's list helps nobody. */
const mostNames = 300;

/** The names to choose from in the filter; none where there are too many. */
export const peopleChoices = (desk: Desk, head: number): E.Either<Failure, ReadonlyArray<string>> =>
  pipe(
    partyChoices(desk, head),
    E.map((all) => (all.length > mostNames ? [] : all.flatMap(({ text }) => text ?? []))),
  );

const keptFields = keptAnswers<ReadonlyArray<string>>(64);

const leftOut: ReadonlySet<string> = new Set(leftOutOfTrails.fields);

/** So many plans are looked through for their fields: others have hardly any other. */
const mostPlans = 12;

/** The fields that plans have by now. */
export const fieldChoices = (
  desk: Desk,
  plans: ReadonlyArray<PlanId>,
  head: number,
): E.Either<Failure, ReadonlyArray<string>> => {
  const looked = plans.slice(0, mostPlans);
  return keptFields(desk, JSON.stringify([looked, head]), () =>
    pipe(
      desk.views.head(),
      E.chain((knownAt) =>
        pipe(
          looked,
          E.traverseArray((plan) =>
            desk.views.cutOf(streamOf('plan', plan), { asOf: endOfTime, knownAt }),
          ),
        ),
      ),
      E.bimap(storage, (cuts) => {
        const registers = cuts.flatMap((cut) =>
          [...cut.values()].flatMap((held) => [...held.keys()]),
        );
        const fields = new Set(registers.map((name) => fieldAndMember(name).field));
        return [...fields].filter((field) => !leftOut.has(field)).toSorted();
      }),
    ),
  );
};
