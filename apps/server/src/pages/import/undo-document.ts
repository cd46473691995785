import {
  changePlan,
  describeFailure,
  type Failure,
  missing,
  previewUndo,
  undoImportOrder,
  type UndoPreview,
} from '@trackrecord/application';
import { Text } from '@trackrecord/domain';
import { CommandId, Sha256 } from '@trackrecord/kernel';
import {
  documentHref,
  documentsHref,
  type FormErrors,
  type ImportedDocument,
  noErrors,
  previewHref,
  undoPage,
} from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { saidOnPage, type SignedIn, signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { page } from '../page-reply.ts';
import { digestOf } from './import-draft.ts';
import type { PlanPlace } from './plan-place.ts';
import { askedDocument } from './show-documents.ts';
import { standingTitles } from './titles-of.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** A document whose import can be undone, and what that would take back. */
type Undoing = Readonly<{
  who: SignedIn;
  place: PlanPlace;
  document: ImportedDocument;
  sha256: Sha256;
  undone: UndoPreview;
}>;

const undoingOf =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Undoing> =>
    pipe(
      TE.fromEither(signedIn(exchange)),
      TE.bindTo('who'),
      TE.bind('asked', () => askedDocument(desk)(exchange)),
      TE.bind('sha256', ({ asked: { document } }) =>
        Sha256.is(document.sha256)
          ? TE.right(document.sha256)
          : TE.left(missing('No such document was imported.')),
      ),
      TE.bind('undone', ({ asked: { place }, sha256 }) => previewUndo(desk)(place.plan, sha256)),
      TE.map(({ who, asked: { place, document }, sha256, undone }) => ({
        who,
        place,
        document,
        sha256,
        undone,
      })),
    );

type Shown = Readonly<{ status: number; errors: FormErrors; isOtherwise: boolean }>;

const reply =
  (desk: Desk, exchange: Exchange, { place, document, undone }: Undoing) =>
  ({ status, errors, isOtherwise }: Shown): Answer =>
    pipe(
      TE.fromTask(csrfTokenFor(desk)(exchange)),
      TE.bindTo('csrfToken'),
      TE.bind('titles', () => TE.fromEither(standingTitles(desk, place))),
      TE.map(({ csrfToken, titles }): Reply => {
        const words = new Map(titles);
        const plan = { id: place.plan, title: place.title ?? place.plan };
        const { title, content } = undoPage({
          plan,
          may: place.may,
          csrfToken: csrfToken ?? '',
          document,
          undone,
          titleOf: (subject) => words.get(subject) ?? null,
          sends: [
            { name: 'command', value: exchange.form.one('command') ?? desk.ids.commandId() },
            { name: 'seen', value: digestOf(undone) },
          ],
          form: { why: exchange.form.raw('why') },
          errors,
          isOtherwise,
        });
        return page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: [
              { text: 'Plans', href: '/' },
              { text: plan.title, href: `/plans/${plan.id}` },
              { text: 'Documents', href: documentsHref(plan.id) },
            ],
            errors,
          },
          status,
        );
      }),
    );

/** Undone once is undone: the form that is sent again, or late, leads to what was undone. */
const orUndoneAlready =
  (desk: Desk, exchange: Exchange) =>
  (answer: Answer): Answer =>
    pipe(
      answer,
      TE.orElse((failure) =>
        failure._tag === 'Refused' && failure.refusal._tag === 'DocumentNotImported'
          ? pipe(
              askedDocument(desk)(exchange),
              TE.map(({ place, document }) =>
                redirect(documentHref(place.plan, document.sha256), [
                  leaveNotice({
                    kind: 'important',
                    text: `The import of ${document.name} was undone already.`,
                  }),
                ]),
              ),
            )
          : TE.left(failure),
      ),
    );

/** What undoing an import would take back, and the form to do it. */
export const showUndo =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      undoingOf(desk)(exchange),
      TE.chain((undoing) =>
        reply(desk, exchange, undoing)({ status: 200, errors: noErrors, isOtherwise: false }),
      ),
      orUndoneAlready(desk, exchange),
    );

const noWhy: FormErrors = [
  { field: 'why', message: 'Why? Enter a sentence that says why; it will stand in the history.' },
];

const leadingOn = ({ place, document, undone }: Undoing): Reply => {
  const { plan } = place;
  const again = document.upload === null ? undefined : previewHref(plan, document.upload);
  return redirect(undone.isPlanGone ? '/' : documentsHref(plan), [
    leaveNotice({
      kind: 'success',
      text: `The import of ${document.name} is undone.`,
      ...(again === undefined ? {} : { link: { text: 'Look at it again', href: again } }),
    }),
  ]);
};

const undo = (desk: Desk, exchange: Exchange, undoing: Undoing, why: Text): Answer => {
  const { who, place, sha256, document } = undoing;
  const command = exchange.form.one('command');
  const said = saidOnPage(desk, who, why);
  return pipe(
    changePlan(desk)({
      plan: place.plan,
      // A plan that begins with this document, on a day to come, is there from then on.
      author: () =>
        TE.right({
          ...said,
          effectiveOn:
            document.line.effectiveOn > said.effectiveOn
              ? document.line.effectiveOn
              : said.effectiveOn,
        }),
      ...(CommandId.is(command) ? { commandId: command } : {}),
      make: undoImportOrder(sha256),
    }),
    TE.map(() => leadingOn(undoing)),
    TE.orElse((failure) =>
      failure._tag === 'Refused' && failure.refusal._tag !== 'DocumentNotImported'
        ? reply(
            desk,
            exchange,
            undoing,
          )({
            status: 422,
            errors: [{ field: 'why', message: describeFailure(failure) }],
            isOtherwise: false,
          })
        : TE.left(failure),
    ),
  );
};

/** Undoes an import as it was shown; where something else would be undone by now, that is shown instead. */
export const takeUndo =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      undoingOf(desk)(exchange),
      TE.chain((undoing): Answer => {
        const again = reply(desk, exchange, undoing);
        const why = exchange.form.one('why');
        if (!Text.is(why)) return again({ status: 400, errors: noWhy, isOtherwise: false });
        return exchange.form.one('seen') === digestOf(undoing.undone)
          ? undo(desk, exchange, undoing, why)
          : again({ status: 409, errors: noErrors, isOtherwise: true });
      }),
      orUndoneAlready(desk, exchange),
    );
