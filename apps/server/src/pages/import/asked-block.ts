import { type Failure, missing } from '@trackrecord/application';
import type { TextRange } from '@trackrecord/documents';
import type { DoubtfulBlock } from '@trackrecord/pages';
import type * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { AskedUpload } from './asked-upload.ts';
import { shownBlocks, type ShownBlocks } from './doubts-shown.ts';
import type { ImportDraft } from './import-draft.ts';
import { type Previewed, previewed, warningsOf } from './previewed.ts';
import { type Reading, readingOf } from './reading.ts';

/** The blocks of an upload as they are read with its corrections. */
export type ReadBlocks = Readonly<{ reading: Reading; blocks: ShownBlocks }>;

/** Reads the blocks of an upload, with what is doubtful about them. */
export const readBlocks = (
  desk: Desk,
  { place, upload }: AskedUpload,
  draft: ImportDraft,
): TE.TaskEither<Failure, ReadBlocks> =>
  pipe(
    readingOf(desk, upload, draft),
    TE.chain((reading) =>
      pipe(
        TE.fromTask<E.Either<Failure, Previewed>, Failure>(previewed(desk, place, draft, reading)),
        TE.map((found) => ({
          reading,
          blocks: shownBlocks(reading, draft.corrections, warningsOf(found, reading)),
        })),
      ),
    ),
  );

/** One block of an upload, and where its words stand. */
export type AskedBlock = ReadBlocks & Readonly<{ block: DoubtfulBlock; range: TextRange }>;

/** The block that a path names. */
export const askedBlock =
  (desk: Desk, { params }: Exchange) =>
  (asked: AskedUpload, draft: ImportDraft): TE.TaskEither<Failure, AskedBlock> =>
    pipe(
      readBlocks(desk, asked, draft),
      TE.chain(({ reading, blocks }) => {
        const number = /^[1-9]\d{0,6}$/u.test(params['block'] ?? '') ? Number(params['block']) : 0;
        const [plain, range] = [blocks.all[number - 1], reading.ranges[number - 1]];
        if (plain === undefined || range === undefined)
          return TE.left(missing('The document has no such block. The list shows every one.'));
        const block = blocks.doubtful.find((one) => one.block === number) ?? {
          ...plain,
          doubts: [],
          hints: [],
          remedies: [],
          isCorrected: blocks.isCorrected(number),
        };
        return TE.right({ reading, blocks, block, range });
      }),
    );
