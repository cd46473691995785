import type { Failure } from '@trackrecord/application';
import { previewHref } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { readBlocks } from './asked-block.ts';
import { askedUpload } from './asked-upload.ts';
import { doubtKey } from './doubts-shown.ts';
import { keepDraft, versionOf } from './import-draft.ts';
import { withDraft } from './with-draft.ts';

/** All doubtful places are right as they stand; those of a document that was put right since were not looked at. */
export const settleDoubts =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft((asked, draft) => {
          const { place, upload } = asked;
          const back = previewHref(place.plan, upload.id);
          if (exchange.form.one('version') !== versionOf(draft.corrections))
            return TE.right(
              redirect(back, [
                leaveNotice({
                  kind: 'important',
                  text: 'The document was put right elsewhere since you opened the page. Look once more.',
                }),
              ]),
            );
          return pipe(
            readBlocks(desk, asked, draft),
            TE.chain(({ blocks }) =>
              keepDraft(desk)(upload, {
                ...draft,
                settled: [
                  ...new Set([
                    ...draft.settled,
                    ...blocks.doubtful.filter((one) => one.doubts.length > 0).map(doubtKey),
                  ]),
                ],
              }),
            ),
            TE.map(() =>
              redirect(back, [
                leaveNotice({ kind: 'success', text: 'All of it is right as it stands.' }),
              ]),
            ),
          );
        }),
      ),
    );
