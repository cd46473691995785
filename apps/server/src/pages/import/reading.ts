import { columnMeanings, type Failure } from '@trackrecord/application';
import { readSafely, type ReadDocument } from '@trackrecord/documents';
import { type ColumnChoice, PlanId } from '@trackrecord/domain';
import { notRead } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { digestOf, type ImportDraft, versionOf } from './import-draft.ts';
import { type KeptReadings, keptReadings } from './kept-readings.ts';

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

/** A few large ones would take what memory there is. */
const most = { readings: 12, blocks: 100_000 } as const;

const keptOf = new WeakMap<Desk, KeptReadings<Failure, Reading>>();

const keptBy = (desk: Desk): KeptReadings<Failure, Reading> => {
  const kept =
    keptOf.get(desk) ??
    keptReadings<Failure, Reading>(most, ({ document: { blocks } }) => blocks.length);
  keptOf.set(desk, kept);
  return kept;
};

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
  return E.bimap(notRead, (reading: ReadDocument) => ({ ...reading, remembered }))(found);
};

const keptReading =
  (
    desk: Desk,
    upload: Upload,
    by: ReadBy,
    remembered: ReadonlyArray<ColumnChoice>,
    progress: Progress,
  ): TE.TaskEither<Failure, Reading> =>
  () =>
    keptBy(desk)(
      [
        upload.id,
        upload.plan,
        versionOf(by.corrections),
        digestOf([remembered, by.columns]),
      ].join(),
      () => read(upload, by, remembered, progress),
    );

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
