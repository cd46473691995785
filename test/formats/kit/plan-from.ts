import {
  describeFailure,
  importAs,
  planAnswer,
  type PlanAnswer,
  resolveQuestion,
} from '@trackrecord/application';
import {
  type Document,
  importableOf,
  proposePlan,
  type ProposedPlan,
} from '@trackrecord/documents';
import { PartyId, PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

const plan = must(PlanId)('rebuilt');
const by = must(PartyId)('p-keeper');

/** What a document comes to: what it proposes, and the plan after it was imported into an empty log. */
export type PlanFrom = Readonly<{ proposal: ProposedPlan; answer: PlanAnswer }>;

/** Imports a document into an empty log on a date. */
export const planFrom = async (document: Document, on: string): Promise<PlanFrom> => {
  const data = await memoryTrackrecord();
  const proposal = proposePlan(document);
  const importable = importableOf(document, proposal, {
    plan,
    title: 'Rebuilt',
    timeZone: 'Europe/London',
  });
  const effectiveOn = must(LocalDate)(on);
  const done = await importAs(data)({
    plan,
    author: () =>
      TE.right({ by, effectiveOn, channel: 'document', verified: true, basedOn: undefined }),
    importable: () => importable,
  })();
  if (E.isLeft(done)) throw new Error(describeFailure(done.left));
  rightOf(await data.views.catchUp()());
  const question = rightOf(resolveQuestion(data)(plan, { asOf: effectiveOn }));
  return { proposal, answer: rightOf(planAnswer(data)(question)) };
};
