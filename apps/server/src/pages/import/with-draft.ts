import type { Failure } from '@trackrecord/application';
import { previewHref } from '@trackrecord/pages';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { redirect, type Reply } from '../../http/reply.ts';
import type { AskedUpload } from './asked-upload.ts';
import type { ImportDraft } from './import-draft.ts';

/** Where what was said about an upload is forgotten, it is asked for again. */
export const withDraft =
  (answer: (asked: AskedUpload, draft: ImportDraft) => TE.TaskEither<Failure, Reply>) =>
  (asked: AskedUpload): TE.TaskEither<Failure, Reply> =>
    asked.draft === undefined
      ? TE.right(redirect(`${previewHref(asked.place.plan, asked.upload.id)}/about`))
      : answer(asked, asked.draft);
