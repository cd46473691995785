import { isUtf8 } from 'node:buffer';
import { type Failure, missing } from '@trackrecord/application';
import { documentFileHref, documentTextPage } from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import { asSent, readingOf } from './reading.ts';
import { askedDocument } from './show-documents.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const notKept: Failure = missing(
  'The text of this document is not kept on this server: it was imported elsewhere, or long ago. What is recorded from it stands in the plan.',
);

const undone: Failure = missing(
  'The import of this document was undone: its text is for whoever keeps the plan.',
);

/** The file of a document that stands in the plan: whoever reads the plan may read what it was made from. */
const sourceOf = (desk: Desk) => (exchange: Exchange) =>
  pipe(
    askedDocument(desk)(exchange),
    TE.filterOrElse(
      ({ document }) => document.line.retracted === null,
      () => undone,
    ),
    TE.bind('upload', ({ document }) =>
      pipe(
        document.upload === null ? TE.right(undefined) : desk.store.uploads.lookup(document.upload),
        TE.chain((upload) => (upload === undefined ? TE.left(notKept) : TE.right(upload))),
      ),
    ),
  );

/** A document byte for byte. It is saved, never shown: whatever somebody uploaded is no page of ours. */
export const documentFile =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      sourceOf(desk)(exchange),
      TE.map(({ document, upload: { bytes } }) => ({
        _tag: 'Body',
        status: 200,
        type: isUtf8(bytes) ? 'text/plain; charset=utf-8' : 'application/octet-stream',
        body: bytes,
        fileName: document.name,
      })),
    );

/** A document's text on a page, escaped, with the numbers of its lines; of another format the words as they were read. */
export const documentText =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      sourceOf(desk)(exchange),
      TE.bind('reading', ({ upload }) => readingOf(desk, upload, asSent)),
      TE.map(({ place, document, reading }) => {
        const { plan, may } = place;
        const title = place.title ?? plan;
        return page({
          ...documentTextPage({
            plan: { id: plan, title },
            may,
            document,
            text: reading.text,
          }),
          section: 'plans',
          breadcrumbs: [
            { text: 'Plans', href: '/' },
            { text: title, href: `/plans/${plan}` },
            { text: 'Documents', href: `/plans/${plan}/documents` },
            { text: document.name, href: `/plans/${plan}/documents/${document.sha256}` },
          ],
          dataLinks: [{ text: 'text', href: documentFileHref(plan, document.sha256) }],
        });
      }),
    );
