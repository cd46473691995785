import { columnMeanings, type Failure } from '@trackrecord/application';
import { describeReadRefusal, readSafely, type ReadDocument } from '@trackrecord/documents';
import { type ColumnChoice, PlanId } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { LRUCache } from 'lru-cache';
import type { Desk } from '../../desk.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { digestOf, type ImportDraft, versionOf } from './import-draft.ts';

/** An upload as it is read with its corrections, and the plan that it proposes. */
export type Reading = ReadDocument &
  Readonly<{
    /** What the plan remembers of columns. */
    remembered: ReadonlyArray<ColumnChoice>;
  }>;

/** By what an upload is read: what was put right in it, and what was said of its columns. */
export type ReadBy = Pick<ImportDraft, 'corrections' | 'columns'>;

/** As it was sent. */
export const asSent: ReadBy = { corrections: [] };

type Upload = Pick<KeptUpload, 'id' | 'name' | 'bytes' | 'plan'>;

/** Is told how much of a file is read, of how much. */
type Progress = (done: number, of: number) => void;

const nobodyAsks: Progress = () => undefined;

type Read = E.Either<Failure, Reading>;

/** Reading takes some tenths of a second, and each page about an upload needs it: also who comes while it is read. */
const keptReadings = new WeakMap<Desk, LRUCache<string, Promise<Read>>>();

/** So many readings are kept at most, of so many blocks together: a few large ones would take what memory there is. */
const most = { readings: 12, blocks: 100_000 } as const;

const noReadings = () =>
  new LRUCache<string, Promise<Read>>({ max: most.readings, maxSize: most.blocks });

const read = async (
  { name, bytes, plan }: Upload,
  { corrections, columns = [] }: ReadBy,
  remembered: ReadonlyArray<ColumnChoice>,
  progress: Progress,
): Promise<Read> => {
  const asked = {
    name,
    bytes,
    corrections,
    columns: [...remembered, ...columns],
    copyOf: PlanId.is(plan) ? plan : undefined,
  };
  const found = await readSafely(asked, progress);
  if (E.isLeft(found))
    return E.left({ _tag: 'Unreadable', message: describeReadRefusal(found.left) });
  return E.right({ ...found.right, remembered });
};

const sizeOf = ({ document: { blocks } }: Reading): number => Math.max(1, blocks.length);

const keptReading =
  (
    desk: Desk,
    upload: Upload,
    by: ReadBy,
    remembered: ReadonlyArray<ColumnChoice>,
    progress: Progress,
  ): TE.TaskEither<Failure, Reading> =>
  async () => {
    const readings = keptReadings.get(desk) ?? noReadings();
    keptReadings.set(desk, readings);
    const key = [
      upload.id,
      upload.plan,
      versionOf(by.corrections),
      digestOf([remembered, by.columns]),
    ].join();
    const reading = readings.get(key) ?? read(upload, by, remembered, progress);
    // How large it is comes out as it is read; until then it is found by whoever else asks.
    readings.set(key, reading, { size: 1 });
    const answer = await reading;
    if (E.isLeft(answer)) readings.delete(key);
    else readings.set(key, Promise.resolve(answer), { size: sizeOf(answer.right) });
    return answer;
  };

/** Reads an upload, where it can do no harm, by what its plan remembers of columns too; a file that is not read says why. */
export const readingOf = (
  desk: Desk,
  upload: Upload,
  by: ReadBy,
  progress: Progress = nobodyAsks,
): TE.TaskEither<Failure, Reading> =>
  pipe(
    PlanId.is(upload.plan) ? columnMeanings(desk)(upload.plan) : E.right([]),
    TE.fromEither,
    TE.chain((remembered) => keptReading(desk, upload, by, remembered, progress)),
  );

/** Whether there are columns of which nobody said what they mean. */
export const asksOfColumns = ({ proposal }: Pick<Reading, 'proposal'>): boolean =>
  proposal.columns.some(({ state }) => state === 'asked');

/** A text in which no action was found is no plan. */
export const isPlan = ({ proposal }: Pick<Reading, 'proposal'>): boolean =>
  proposal.actions.length > 0;
