import {
  describeFailure,
  importAs,
  type Imported,
  resolveQuestion,
  workbookAnswer,
  type WorkbookAnswer,
  type Writable,
} from '@trackrecord/application';
import {
  type Clash,
  type Document,
  importableOf,
  proposePlan,
  type ReadDocument,
  readText,
} from '@trackrecord/documents';
import { PartyId, PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { importableOfRead } from '@trackrecord/papers';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as TE from 'fp-ts/lib/TaskEither.js';

const plan = must(PlanId)('copied');
const by = must(PartyId)('p-keeper');
/** Which plan copies are taken into. */
export const into = { plan, title: 'Copied', timeZone: 'Europe/London' };

/** A plan in memory of which copies are made and taken back. */
export type CopiedPlan = Readonly<{
  data: Writable;
  /** What a workbook of the plan would hold, as of a date, known now. */
  answer: (on: string) => Promise<WorkbookAnswer>;
  /** Takes a copy back on a date; `isTaken` chooses the copy's side of clashes. */
  takeBack: (
    document: Document,
    on: string,
    how?: Readonly<{ isTaken?: (clash: Clash) => boolean; asDocument?: boolean }>,
  ) => Promise<Imported>;
}>;

/** A document that was read, without the plan that would be recognised in it: a copy is not read so. */
export const asRead = (document: Document): ReadDocument => ({
  document,
  source: '',
  text: '',
  ranges: [],
  bytes: new Uint8Array(),
  proposal: proposePlan({ ...document, blocks: [] }),
});

const importing =
  (data: Writable) =>
  async (importable: ReturnType<typeof importableOf>, on: LocalDate): Promise<Imported> => {
    const done = await importAs(data)({
      plan,
      author: () =>
        TE.right({ by, effectiveOn: on, channel: 'document', verified: true, basedOn: undefined }),
      importable: () => importable,
    })();
    rightOf(await data.views.catchUp()());
    if (E.isLeft(done)) throw new Error(describeFailure(done.left));
    return done.right.imported;
  };

/** A plan that was imported from text on a date. */
export const copiedPlan = async (text: string, on: string): Promise<CopiedPlan> => {
  const data = await memoryTrackrecord();
  const record = importing(data);
  const document = rightOf(readText('plan.txt', new TextEncoder().encode(text)));
  await record(importableOf(document, proposePlan(document), into), must(LocalDate)(on));
  return {
    data,
    answer: async (asOf) => {
      const question = rightOf(resolveQuestion(data)(plan, { asOf: must(LocalDate)(asOf) }));
      return rightOf(workbookAnswer(data)(question, { withHistory: false }));
    },
    takeBack: async (copy, asOf, how = {}) => {
      const effectiveOn = must(LocalDate)(asOf);
      const read =
        how.asDocument === true ? { ...asRead(copy), proposal: proposePlan(copy) } : asRead(copy);
      const taken = importableOfRead(data)(read, into, { effectiveOn, ...how });
      return record(rightOf(taken).importable(undefined), effectiveOn);
    },
  };
};
