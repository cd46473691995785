import type { Failure } from '@trackrecord/application';
import { ratingChoices } from '@trackrecord/documents';
import { type FormErrors, fixPage, noErrors, previewHref, spotOf } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { localPath } from '../../http/local-path.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';
import { type AskedBlock, askedBlock } from './asked-block.ts';
import { type AskedUpload, askedUpload } from './asked-upload.ts';
import { type BlockAsked, corrected, readBlockForm } from './correct-block.ts';
import { doubtKey } from './doubts-shown.ts';
import { importBreadcrumbs } from './import-breadcrumbs.ts';
import { type ImportDraft, keepDraft, versionOf } from './import-draft.ts';
import { withDraft } from './with-draft.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** So many blocks before and after show what a block belongs to. */
const around = 3;

/** Where somebody came from, of the pages about the same upload. */
const backOf = ({ form, query }: Exchange, { place, upload }: AskedUpload): string => {
  const preview = previewHref(place.plan, upload.id);
  const asked = localPath(form.one('back') ?? query.one('back') ?? '');
  return asked?.startsWith(preview) === true ? asked : preview;
};

type Shown = Readonly<{ status: number; errors: FormErrors; typed: string | null }>;

const reply = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedUpload,
  draft: ImportDraft,
  { reading, blocks, block }: AskedBlock,
  { status, errors, typed }: Shown,
): Answer =>
  pipe(
    TE.fromTask(csrfTokenFor(desk)(exchange)),
    TE.map((csrfToken) => {
      const { place, upload } = asked;
      const { title, content } = fixPage({
        block,
        before: blocks.all.slice(Math.max(0, block.block - 1 - around), block.block - 1),
        after: blocks.all.slice(block.block, block.block + around),
        context: {
          plan: place.plan,
          upload: upload.id,
          csrfToken: csrfToken ?? '',
          version: versionOf(draft.corrections),
          back: backOf(exchange, asked),
          ratings: ratingChoices,
        },
        names: reading.proposal.parties.map(({ name }) => name),
        name: reading.document.name,
        errors,
        typed,
      });
      return page(
        { title, content, section: 'plans', breadcrumbs: importBreadcrumbs(place), errors },
        status,
      );
    }),
  );

/** A page for one block. */
export const showFix =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft((asked, draft) =>
          pipe(
            askedBlock(desk, exchange)(asked, draft),
            TE.chain((found) =>
              reply(desk, exchange, asked, draft, found, {
                status: 200,
                errors: noErrors,
                typed: null,
              }),
            ),
          ),
        ),
      ),
    );

const cut = (words: string): string => {
  const plain = words.replace(/\s+/gu, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
};

/** The draft as a form leaves it, and what is said of that. */
const changed = (
  desk: Desk,
  { upload }: AskedUpload,
  draft: ImportDraft,
  { reading, block, range }: AskedBlock,
  asked: BlockAsked,
): TE.TaskEither<FormErrors, Readonly<{ draft: ImportDraft; words: string }>> => {
  switch (asked._tag) {
    case 'Right':
      return TE.right({
        draft: { ...draft, settled: [...new Set([...draft.settled, doubtKey(block)])] },
        words: `${spotOf(block)} is right as it stands.`,
      });
    case 'Words':
      return pipe(
        corrected(desk, upload, reading, draft, block.block, range, asked.words),
        TE.map((corrections) => ({
          draft: { ...draft, corrections },
          words:
            asked.words.trim() === ''
              ? `${spotOf(block)} is left out.`
              : `${spotOf(block)} reads “${cut(asked.words)}” now.`,
        })),
      );
  }
};

const otherMeanwhile: FormErrors = [
  {
    field: 'text',
    message:
      'The document was put right elsewhere since you opened this page, so its blocks may be others now. Nothing was changed: look at this one, and send it once more.',
  },
];

/** Takes what a form about a block asks for. */
export const takeFix =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft((asked, draft) =>
          pipe(
            askedBlock(desk, exchange)(asked, draft),
            TE.chain((found): Answer => {
              const { form } = exchange;
              const again = (status: number) => (errors: FormErrors) =>
                reply(desk, exchange, asked, draft, found, {
                  status,
                  errors,
                  typed: form.names().includes('text') ? form.raw('text') : null,
                });
              if (form.one('version') !== versionOf(draft.corrections))
                return again(409)(otherMeanwhile);
              return pipe(
                readBlockForm(form, found.block.words),
                TE.fromEither,
                TE.chain((what) => changed(desk, asked, draft, found, what)),
                TE.matchE(again(400), ({ draft: next, words }): Answer =>
                  pipe(
                    keepDraft(desk)(asked.upload, next),
                    TE.map(() =>
                      redirect(backOf(exchange, asked), [
                        leaveNotice({ kind: 'success', text: words }),
                      ]),
                    ),
                  ),
                ),
              );
            }),
          ),
        ),
      ),
    );
