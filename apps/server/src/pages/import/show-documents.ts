import { type Failure, missing, storage, streamOf } from '@trackrecord/application';
import { documentPage, documentsPage, type ImportedDocument } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { isOnToday } from '../action/on-today.ts';
import { askedPlan } from '../asked-plan.ts';
import { page } from '../page-reply.ts';
import { planDataLinks } from '../plan/plan-data-links.ts';
import { mayWithPlan } from '../may-with-plan.ts';
import { sentHashIn } from './corrections-told.ts';
import { documentNamed, importedDocuments } from './imported-documents.ts';
import { uploadsByHash } from './kept-hashes.ts';
import { type PlanPlace, placeNamed } from './plan-place.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** The documents that were imported into a plan, as known at the page's time. */
export const showDocuments =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedPlan(desk)(exchange, 'the documents of the plan'),
      TE.bindTo('asked'),
      TE.bind('documents', ({ asked }) =>
        importedDocuments(desk)(asked.plan, asked.resolved.point.knownAt),
      ),
      TE.map(({ asked, documents }): Reply => {
        const { answer, question, dateBar, dateErrors, link, plan } = asked;
        const may = mayWithPlan(exchange, asked);
        const { title, content } = documentsPage({
          plan: answer.plan,
          question,
          may,
          mayChange: may.manage && isOnToday(question, dateBar.today),
          documents,
        });
        return page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: [
              { text: 'Plans', href: link('/') },
              { text: answer.plan.title, href: link(`/plans/${plan}`) },
            ],
            dateBar,
            dataLinks: planDataLinks(asked).slice(0, 1),
          },
          dateErrors.length === 0 ? 200 : 400,
        );
      }),
    );

/** How many facts of a document stand in a plan. */
const factsOf = (
  { views }: Desk,
  { plan, head }: PlanPlace,
  sha256: string,
): E.Either<Failure, number> =>
  pipe(
    views.recordsOf(streamOf('plan', plan), head, {}),
    E.bimap(
      storage,
      (records) =>
        new Set(
          records
            .filter(({ document, retracted }) => document === sha256 && retracted === undefined)
            .map(({ eventId }) => eventId),
        ).size,
    ),
  );

/** The date of the last document before this one. */
const dateBefore = (
  documents: ReadonlyArray<ImportedDocument>,
  { on, sha256 }: ImportedDocument,
): string | null =>
  documents
    .filter((one) => one.sha256 !== sha256 && one.on < on && one.line.retracted === null)
    .map((one) => one.on)
    .toSorted()
    .at(-1) ?? null;

const noDocument: Failure = missing(
  'No such document was imported into this plan. The list of its documents shows those that were.',
);

/** A plan's document by the hash that the path names. */
export const askedDocument =
  (desk: Desk) =>
  (
    exchange: Exchange,
  ): TE.TaskEither<
    Failure,
    Readonly<{
      place: PlanPlace;
      documents: ReadonlyArray<ImportedDocument>;
      document: ImportedDocument;
    }>
  > =>
    pipe(
      placeNamed(desk)(exchange),
      TE.bindTo('place'),
      TE.bind('documents', ({ place }) => importedDocuments(desk)(place.plan, place.head)),
      TE.bind('document', ({ documents }) =>
        TE.fromEither(
          E.fromNullable(noDocument)(documentNamed(documents, exchange.params['document'])),
        ),
      ),
    );

/** One document that was imported: what is recorded of it, and where to see it. */
export const showDocument =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedDocument(desk)(exchange),
      TE.bind('facts', ({ place, document }) =>
        TE.fromEither(factsOf(desk, place, document.sha256)),
      ),
      TE.bind('uploads', ({ place }) => uploadsByHash(desk)(place.plan)),
      TE.map(({ place, documents, document, facts, uploads }): Reply => {
        const { plan, may } = place;
        const planTitle = place.title ?? plan;
        const { title, content } = documentPage({
          plan: { id: plan, title: planTitle },
          may,
          mayChange: may.manage,
          document,
          facts,
          before: dateBefore(documents, document),
          why: document.line.why,
          sent: uploads.get(sentHashIn(document.line.why) ?? '') ?? null,
        });
        return page({
          title,
          content,
          section: 'plans',
          breadcrumbs: [
            { text: 'Plans', href: '/' },
            { text: planTitle, href: `/plans/${plan}` },
            { text: 'Documents', href: `/plans/${plan}/documents` },
          ],
          // What the plan says by it alone.
          dataLinks: [
            {
              text: 'JSON',
              href: `/api/v1/plans/${plan}?asIn=${encodeURIComponent(document.sha256)}`,
            },
          ],
        });
      }),
    );
