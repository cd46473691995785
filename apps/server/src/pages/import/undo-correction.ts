import { type Failure, missing } from '@trackrecord/application';
import { withoutCorrection } from '@trackrecord/documents';
import { previewHref } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { askedUpload } from './asked-upload.ts';
import { keepDraft } from './import-draft.ts';
import { withDraft } from './with-draft.ts';

/** Lets words that were put right stand again as they were sent. */
export const undoCorrection =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft(({ place, upload }, draft) => {
          const start = Number(exchange.params['start']);
          const corrections = withoutCorrection(draft.corrections, start);
          if (corrections.length === draft.corrections.length)
            return TE.left(missing('Nothing was put right there, or it was undone already.'));
          return pipe(
            keepDraft(desk)(upload, { ...draft, corrections }),
            TE.map(() =>
              redirect(previewHref(place.plan, upload.id), [
                leaveNotice({ kind: 'success', text: 'It stands again as it was sent.' }),
              ]),
            ),
          );
        }),
      ),
    );
