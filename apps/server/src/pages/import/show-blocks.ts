import type { Failure } from '@trackrecord/application';
import {
  type BlockFilter,
  blockFilterIn,
  blocksOnPage,
  blocksPage,
  type ImportBlock,
} from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import { readBlocks } from './asked-block.ts';
import { askedUpload } from './asked-upload.ts';
import type { ShownBlocks } from './doubts-shown.ts';
import { importBreadcrumbs } from './import-breadcrumbs.ts';
import { withDraft } from './with-draft.ts';

type Kinds = Readonly<Record<BlockFilter, ReadonlyArray<ImportBlock>>>;

const kindsOf = ({ all, doubtful, isCorrected }: ShownBlocks): Kinds => {
  const doubts = new Set(doubtful.filter((one) => one.doubts.length > 0).map(({ block }) => block));
  const isUsed = ({ became }: ImportBlock) => became.some(({ field }) => field !== null);
  return {
    all,
    doubtful: all.filter(({ block }) => doubts.has(block)),
    used: all.filter(isUsed),
    text: all.filter((one) => one.became.length > 0 && !isUsed(one)),
    unused: all.filter(({ became }) => became.length === 0),
    corrected: all.filter(({ block }) => isCorrected(block)),
  };
};

const countsOf = (kinds: Kinds): Readonly<Record<BlockFilter, number>> => ({
  all: kinds.all.length,
  doubtful: kinds.doubtful.length,
  used: kinds.used.length,
  text: kinds.text.length,
  unused: kinds.unused.length,
  corrected: kinds.corrected.length,
});

/** The page that an address names, of those that there are. */
const pageIn = (typed: string | undefined, howMany: number): number => {
  const number = /^\d{1,6}$/u.test(typed ?? '') ? Number(typed) : 1;
  return Math.min(Math.max(1, number), Math.max(1, Math.ceil(howMany / blocksOnPage)));
};

/** Every block of an upload, a page of them at a time. */
export const showBlocks =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft((asked, draft) =>
          pipe(
            readBlocks(desk, asked, draft),
            TE.map(({ reading, blocks }): Reply => {
              const kinds = kindsOf(blocks);
              const filter = blockFilterIn(exchange.query.one('show'));
              const shown = kinds[filter];
              const number = pageIn(exchange.query.one('page'), shown.length);
              const { title, content } = blocksPage({
                place: asked.place,
                upload: asked.upload.id,
                name: reading.document.name,
                filter,
                counts: countsOf(kinds),
                page: number,
                blocks: shown
                  .slice((number - 1) * blocksOnPage, number * blocksOnPage)
                  .map((one) => ({
                    ...one,
                    isDoubtful: kinds.doubtful.includes(one),
                    isCorrected: kinds.corrected.includes(one),
                  })),
              });
              return page({
                title,
                content,
                section: 'plans',
                breadcrumbs: importBreadcrumbs(asked.place),
              });
            }),
          ),
        ),
      ),
    );
