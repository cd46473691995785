import type { ColumnChoice, PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { columnMeaningsOf } from '../columns/column-meanings.ts';
import { copyOriginOf } from '../copies/copy-origin.ts';
import { readAsCopy } from '../copies/read-as-copy.ts';
import type { Corrections } from '../correcting/corrections.ts';
import { type CorrectedDocument, readCorrected } from '../correcting/read-corrected.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { proposePlan } from '../propose-plan.ts';
import type { ReadRefusal } from './read-refusal.ts';
import { tooMuchToImport } from './too-much-to-import.ts';

/** A file to read, what was put right in it by hand, and what was said that its columns mean. */
export type Asked = Readonly<{
  name: string;
  bytes: Uint8Array;
  corrections: Corrections;
  columns?: ReadonlyArray<ColumnChoice>;
  /** The plan that a copy of may have come back: such a one is read as that, and no plan is made of it. */
  copyOf?: PlanId | undefined;
}>;

/** A file as it was read, and the plan that it proposes. */
export type ReadDocument = CorrectedDocument & Readonly<{ proposal: ProposedPlan }>;

/**
 * Reads a file with its corrections, and recognises the plan in it, in this thread.
 * @param progress is told how far the reading has come: `done` of `of` steps
 */
export const readDocument = async (
  { name, bytes, corrections, columns = [], copyOf }: Asked,
  progress: (done: number, of: number) => void,
): Promise<E.Either<ReadRefusal, ReadDocument>> => {
  const read = await readCorrected({ name, bytes, progress }, corrections);
  if (E.isLeft(read)) return read;
  const { document } = read.right;
  if (copyOf !== undefined && copyOriginOf(document)?.plan === copyOf)
    return E.right(readAsCopy(read.right));
  const refusal = tooMuchToImport(document);
  return refusal === undefined
    ? E.right({ ...read.right, proposal: proposePlan(document, columnMeaningsOf(columns)) })
    : E.left(refusal);
};
