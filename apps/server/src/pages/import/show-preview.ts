import { describeFailure, type Failure } from '@trackrecord/application';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { statusOf } from '../../http/status-of.ts';
import type { Reply } from '../../http/reply.ts';
import { type AskedUpload, askedUpload } from './asked-upload.ts';
import { type Again, previewReply, shownFirst } from './preview-reply.ts';
import { openedUpload, uploadReply } from './upload-reply.ts';
import { withDraft } from './with-draft.ts';

/** A file that cannot be read at all has no preview: the page where it was uploaded says why, and keeps it. */
const orUnreadable =
  (desk: Desk, exchange: Exchange, { place, upload }: AskedUpload) =>
  (answer: TE.TaskEither<Failure, Reply>): TE.TaskEither<Failure, Reply> =>
    pipe(
      answer,
      TE.orElse((failure) =>
        failure._tag === 'Unreadable' || failure._tag === 'Busy'
          ? uploadReply(
              desk,
              exchange,
              place.title === null ? null : place,
            )({
              ...openedUpload,
              status: statusOf(failure),
              kept: upload,
              errors: [{ field: 'file', message: describeFailure(failure) }],
            })
          : TE.left(failure),
      ),
    );

/** The preview of an upload, shown first or again. */
export const shownPreview =
  (desk: Desk, exchange: Exchange, asked: AskedUpload) =>
  (again: Again): TE.TaskEither<Failure, Reply> =>
    pipe(
      asked,
      withDraft((_asked, draft) => previewReply(desk, exchange, asked, draft)(again)),
      orUnreadable(desk, exchange, asked),
    );

export const showPreview =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain((asked) => shownPreview(desk, exchange, asked)(shownFirst)),
    );
