import type { Failure } from '@trackrecord/application';
import {
  type Corrections,
  describeReadRefusal,
  readSafely,
  type ReadDocument,
  type TextRange,
  wordsRangesOf,
} from '@trackrecord/documents';
import * as E from 'fp-ts/lib/Either.js';
import type * as TE from 'fp-ts/lib/TaskEither.js';
import { LRUCache } from 'lru-cache';
import type { Desk } from '../../desk.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { versionOf } from './import-draft.ts';

/** An upload as it is read with its corrections, and the plan that it proposes. */
export type Reading = ReadDocument &
  Readonly<{
    /** Where the words of each block stand in the corrected text. */
    ranges: ReadonlyArray<TextRange>;
  }>;

type Read = E.Either<Failure, Reading>;

/** Reading takes some tenths of a second, and each page about an upload needs it: also who comes while it is read. */
const keptReadings = new WeakMap<Desk, LRUCache<string, Promise<Read>>>();

const most = 12;

const read = async (
  { name, bytes }: Pick<KeptUpload, 'name' | 'bytes'>,
  corrections: Corrections,
): Promise<Read> => {
  const found = await readSafely({ name, bytes, corrections });
  return E.isLeft(found)
    ? E.left({ _tag: 'Unreadable', message: describeReadRefusal(found.left) })
    : E.right({ ...found.right, ranges: wordsRangesOf(found.right.document) });
};

/** Reads an upload, where it can do no harm; a file that is not read says why. */
export const readingOf =
  (
    desk: Desk,
    upload: Pick<KeptUpload, 'id' | 'name' | 'bytes'>,
    corrections: Corrections,
  ): TE.TaskEither<Failure, Reading> =>
  async () => {
    const readings = keptReadings.get(desk) ?? new LRUCache<string, Promise<Read>>({ max: most });
    keptReadings.set(desk, readings);
    const key = `${upload.id} ${versionOf(corrections)}`;
    const reading = readings.get(key) ?? read(upload, corrections);
    readings.set(key, reading);
    const answer = await reading;
    if (E.isLeft(answer)) readings.delete(key);
    return answer;
  };

/** A text in which no action was found is no plan. */
export const isPlan = ({ proposal }: Pick<Reading, 'proposal'>): boolean =>
  proposal.actions.length > 0;
