import type { Failure } from '@trackrecord/application';
import type { PlanId } from '@trackrecord/domain';
import {
  type AboutForm,
  aboutPage,
  emptyAbout,
  type FormErrors,
  previewHref,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import { type AskedUpload, askedUpload } from './asked-upload.ts';
import { importBreadcrumbs } from './import-breadcrumbs.ts';
import { dropDraft, type ImportDraft, keepDraft } from './import-draft.ts';
import { partnershipNames, tryPartnership } from './partnership-names.ts';
import { type About, aboutIn, readAbout } from './read-about.ts';
import { readNewPlan } from './read-new-plan.ts';
import { asSent, readingOf } from './reading.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const formOf = ({ place, draft }: AskedUpload, partnerships: ReadonlyArray<string>): AboutForm => {
  if (draft === undefined) return { ...emptyAbout, plan: place.plan };
  const { on, title, partnership } = draft;
  const isKnown = partnership !== null && partnerships.includes(partnership);
  return {
    on,
    title,
    plan: place.plan,
    partnership: isKnown ? partnership : '',
    otherPartnership: isKnown ? '' : (partnership ?? ''),
  };
};

type Shown = Readonly<{ status: number; typed: AboutForm | null; errors: FormErrors }>;

const reply =
  (desk: Desk, exchange: Exchange, asked: AskedUpload) =>
  ({ status, typed, errors }: Shown): Answer =>
    pipe(
      TE.fromEither(partnershipNames(desk)),
      TE.bindTo('partnerships'),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.map(({ partnerships, csrfToken }) => {
        const { place, upload, draft } = asked;
        const { title, content } = aboutPage({
          place,
          upload: upload.id,
          name: upload.name,
          csrfToken: csrfToken ?? '',
          form: typed ?? formOf(asked, partnerships),
          partnerships,
          errors,
          isForgotten: draft === undefined,
        });
        return page(
          { title, content, section: 'plans', breadcrumbs: importBreadcrumbs(place), errors },
          status,
        );
      }),
    );

export const showAbout =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain((asked) => reply(desk, exchange, asked)({ status: 200, typed: null, errors: [] })),
    );

/** The plan that is meant: of a new one the short name may be another now. */
const planMeant = (
  desk: Desk,
  { place, upload, draft }: AskedUpload,
  form: AboutForm,
): T.Task<E.Either<FormErrors, PlanId>> => {
  if (place.title !== null || form.plan.trim() === place.plan) return TE.right(place.plan);
  return pipe(
    readingOf(desk, upload, draft ?? asSent),
    TE.match(
      () => form.title,
      ({ proposal }) => proposal.title ?? form.title,
    ),
    T.map((title) =>
      pipe(
        readNewPlan(desk)(form.plan, title),
        E.mapLeft((error) => [error]),
      ),
    ),
  );
};

/** Under another plan's name it is another plan's upload. */
const keptUnder = (
  desk: Desk,
  { place, upload, draft }: AskedUpload,
  plan: PlanId,
  about: About,
): TE.TaskEither<Failure, void> => {
  const kept: ImportDraft = {
    corrections: [],
    settled: [],
    isRecorded: false,
    ...draft,
    isNew: place.title === null,
    ...about,
  };
  return pipe(
    plan === place.plan
      ? TE.right(undefined)
      : pipe(
          desk.store.uploads.keep({ ...upload, plan }),
          TE.chain(() => dropDraft(desk)(upload)),
        ),
    TE.chain(() => keepDraft(desk)(upload, kept)),
  );
};

export const takeAbout =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const form = aboutIn(exchange.form);
    return pipe(
      askedUpload(desk)(exchange),
      TE.chain((asked) => {
        const about = readAbout(form);
        return pipe(
          T.Do,
          T.bind('plan', () => planMeant(desk, asked, form)),
          T.bind('partnership', () =>
            tryPartnership(desk, asked.who)(E.isRight(about) ? about.right.partnership : null),
          ),
          T.chain(({ plan, partnership }): Answer => {
            if (E.isRight(about) && E.isRight(plan) && E.isRight(partnership))
              return pipe(
                keptUnder(desk, asked, plan.right, about.right),
                TE.map(() => redirect(previewHref(plan.right, asked.upload.id))),
              );
            return reply(
              desk,
              exchange,
              asked,
            )({
              status: 400,
              typed: form,
              errors: [about, plan, partnership].flatMap((one) => (E.isLeft(one) ? one.left : [])),
            });
          }),
        );
      }),
    );
  };
