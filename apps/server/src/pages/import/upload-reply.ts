import { type Failure, plansAnswer } from '@trackrecord/application';
import { maxTextBytes } from '@trackrecord/documents';
import {
  type AboutForm,
  emptyAbout,
  type FormErrors,
  noErrors,
  uploadPage,
  type WaitingUpload,
} from '@trackrecord/pages';
import { pipe } from 'fp-ts/lib/function.js';
import * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { accountNames } from '../../access/account-names.ts';
import { csrfTokenFor } from '../../access/csrf.ts';
import { signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { mostUpload_bytes } from '../../http/limits.ts';
import type { Reply } from '../../http/reply.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { page } from '../page-reply.ts';
import { planBreadcrumbs } from './import-breadcrumbs.ts';
import { draftOf } from './import-draft.ts';
import { partnershipNames } from './partnership-names.ts';
import type { PlanPlace } from './plan-place.ts';

/** The form as it is opened, or as it was refused. */
export type UploadShown = Readonly<{
  status: number;
  form: AboutForm & Readonly<{ text: string }>;
  errors: FormErrors;
  kept: KeptUpload | null;
  seen: ReadonlyArray<string>;
}>;

export const openedUpload: UploadShown = {
  status: 200,
  form: { ...emptyAbout, text: '' },
  errors: noErrors,
  kept: null,
  seen: [],
};

type Listed = Omit<KeptUpload, 'bytes'>;

const unrecorded =
  (desk: Desk) =>
  (uploads: ReadonlyArray<Listed>): TE.TaskEither<Failure, ReadonlyArray<Listed>> =>
    pipe(
      uploads,
      TE.traverseArray((upload) =>
        pipe(
          draftOf(desk)(upload),
          TE.map((draft) => (draft?.isRecorded === true ? [] : [upload])),
        ),
      ),
      TE.map((found) => found.flat()),
    );

/** What somebody uploaded for plans that are not there, or whose name is not known so far. */
const ownOfNoPlan = (
  desk: Desk,
  exchange: Exchange,
): TE.TaskEither<Failure, ReadonlyArray<Listed>> =>
  pipe(
    TE.fromEither(signedIn(exchange)),
    TE.chain(({ account }) => desk.store.uploads.listOf(account)),
    TE.bindTo('uploads'),
    TE.bind('plans', () => TE.fromEither(plansAnswer(desk))),
    TE.map(({ uploads, plans }) =>
      uploads.filter(({ plan }) => !plans.some(({ id }) => id === plan)),
    ),
  );

/** The uploads that were not recorded so far: those of a plan, or one's own that are of none. */
const waitingFor = (
  desk: Desk,
  exchange: Exchange,
  place: PlanPlace | null,
): TE.TaskEither<Failure, ReadonlyArray<WaitingUpload>> =>
  pipe(
    place === null ? ownOfNoPlan(desk, exchange) : desk.store.uploads.list(place.plan),
    TE.chain(unrecorded(desk)),
    TE.map((found) => {
      const names = accountNames(desk);
      return found.map(({ id, plan, name, uploadedAt, account }) => ({
        id,
        plan,
        name,
        uploadedAt,
        by: names.get(account) ?? null,
      }));
    }),
  );

/** The page where a document is uploaded. */
export const uploadReply =
  (desk: Desk, exchange: Exchange, place: PlanPlace | null) =>
  ({ status, form, errors, kept, seen }: UploadShown): TE.TaskEither<Failure, Reply> =>
    pipe(
      TE.Do,
      TE.bind('partnerships', () => TE.fromEither(partnershipNames(desk))),
      TE.bind('waiting', () => waitingFor(desk, exchange, place)),
      TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
      TE.chainTaskK(({ partnerships, waiting, csrfToken }) => {
        const { title, content } = uploadPage({
          place,
          csrfToken: csrfToken ?? '',
          form,
          partnerships,
          errors,
          kept:
            kept === null
              ? null
              : { id: kept.id, plan: kept.plan, name: kept.name, bytes: kept.bytes.byteLength },
          seen,
          waiting: waiting.filter(({ id }) => id !== kept?.id),
          progress: desk.ids.commandId(),
          most_bytes: maxTextBytes,
          mostTaken_bytes: mostUpload_bytes,
        });
        return T.of<Reply>(
          page(
            {
              title,
              content,
              section: 'plans',
              breadcrumbs: place === null ? [{ text: 'Plans', href: '/' }] : planBreadcrumbs(place),
              errors,
            },
            status,
          ),
        );
      }),
    );
