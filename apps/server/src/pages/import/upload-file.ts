import { type Failure, missing } from '@trackrecord/application';
import { nextImportHref, newImportHref } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { leaveNotice } from '../notice.ts';
import { askedUpload } from './asked-upload.ts';
import { dropDraft } from './import-draft.ts';
import { readingOf } from './reading.ts';
import { withDraft } from './with-draft.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** Always saved, never shown: whatever somebody uploaded is no page of ours. */
const saved = (name: string, bytes: Uint8Array): Reply => ({
  _tag: 'Body',
  status: 200,
  type: 'application/octet-stream',
  body: bytes,
  fileName: name,
});

/** An upload, byte for byte as it was sent. */
export const uploadedFile =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.map(({ upload }) => saved(upload.name, upload.bytes)),
    );

/** An upload that is of no plan so far: whoever sent it has it again, and nobody else. */
export const ownUpload =
  (desk: Desk) =>
  (exchange: Exchange, id: string): TE.TaskEither<Failure, KeptUpload> =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('upload', () => desk.store.uploads.lookup(id)),
      TE.chain(({ who, upload }) =>
        upload === undefined || upload.plan !== '' || upload.account !== who.account
          ? TE.left(missing('This upload is not kept any more, or it never was.'))
          : TE.right(upload),
      ),
    );

export const ownFile =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      ownUpload(desk)(exchange, exchange.params['upload'] ?? ''),
      TE.map(({ name, bytes }) => saved(name, bytes)),
    );

const thrownAway = (desk: Desk, upload: KeptUpload, to: string): Answer =>
  pipe(
    desk.store.uploads.drop(upload.id),
    TE.chain(() => dropDraft(desk)(upload)),
    TE.map(() =>
      redirect(to, [leaveNotice({ kind: 'success', text: `${upload.name} is thrown away.` })]),
    ),
  );

export const dropOwn =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      ownUpload(desk)(exchange, exchange.params['upload'] ?? ''),
      TE.chain((upload) => thrownAway(desk, upload, newImportHref)),
    );

/** The text of an upload as it was put right by hand: what would be recorded. */
export const correctedFile =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft(({ upload }, draft) =>
          pipe(
            readingOf(desk, upload, draft),
            TE.map(({ document, bytes }) => saved(document.name, bytes)),
          ),
        ),
      ),
    );

/** Throws an upload away, with what was put right in it. */
export const dropUpload =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(({ upload, place }) =>
        thrownAway(desk, upload, place.title === null ? newImportHref : nextImportHref(place.plan)),
      ),
    );
