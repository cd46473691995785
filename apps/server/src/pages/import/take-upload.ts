import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { type FormErrors, previewHref, seenInWords } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type SignedIn, signedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { progressField, tellReading } from '../../http/how-far.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { keepDraft, settledBefore } from './import-draft.ts';
import { noPlanInIt } from './no-plan-in-it.ts';
import { tryPartnership } from './partnership-names.ts';
import type { PlanPlace } from './plan-place.ts';
import { type About, aboutIn, readAbout } from './read-about.ts';
import { readNewPlan } from './read-new-plan.ts';
import { asksOfColumns, asSent, isPlan, type Reading, readingOf } from './reading.ts';
import { isTooLarge, takenFile } from './sent-file.ts';
import { openedUpload, uploadReply } from './upload-reply.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** What of an upload was understood: all of it, or what stands in the way. */
type Understood = Readonly<{
  upload: KeptUpload | null;
  reading: Reading | null;
  about: About | null;
  plan: PlanId | null;
  errors: FormErrors;
}>;

const leftOf = <A>(one: E.Either<FormErrors, A>): FormErrors => (E.isLeft(one) ? one.left : []);

const readingIn = (
  desk: Desk,
  { form }: Exchange,
  upload: KeptUpload,
): TE.TaskEither<FormErrors, Reading> =>
  pipe(
    readingOf(desk, upload, asSent, tellReading(form.raw(progressField))),
    TE.mapLeft((failure) => [{ field: 'file', message: describeFailure(failure) }]),
  );

/**
 * A text that is no plan was read all the same: what was seen in it is told. One whose columns are not known may be
 * one: they are asked about in its preview.
 */
const planless = (reading: Reading | null): FormErrors =>
  reading === null || isPlan(reading) || asksOfColumns(reading)
    ? []
    : [{ field: 'file', message: noPlanInIt(reading.document.name) }];

const planFor = (
  desk: Desk,
  place: PlanPlace | null,
  typed: string,
  title: string,
): E.Either<FormErrors, PlanId> =>
  place === null
    ? pipe(
        readNewPlan(desk)(typed, title),
        E.mapLeft((error) => [error]),
      )
    : E.right(place.plan);

const understood = (
  desk: Desk,
  exchange: Exchange,
  who: SignedIn,
  place: PlanPlace | null,
): TE.TaskEither<Failure, Understood> => {
  const form = aboutIn(exchange.form);
  const about = readAbout(form);
  const typed = PlanId.is(form.plan.trim()) ? form.plan.trim() : '';
  return pipe(
    takenFile(desk, exchange, who, place?.plan ?? typed),
    TE.bindTo('file'),
    TE.bind('partnership', () =>
      TE.fromTask(tryPartnership(desk, who)(E.isRight(about) ? about.right.partnership : null)),
    ),
    TE.bind('reading', ({ file }) =>
      TE.fromTask(
        pipe(
          TE.fromEither(file),
          TE.chain((upload) => readingIn(desk, exchange, upload)),
        ),
      ),
    ),
    TE.map(({ file, partnership, reading }) => {
      const read = E.isRight(reading) ? reading.right : null;
      const title = read?.proposal.title ?? form.title;
      const plan = planFor(desk, place, form.plan, title);
      return {
        upload: E.isRight(file) ? file.right : null,
        reading: read,
        about: E.isRight(about) ? about.right : null,
        plan: E.isRight(plan) ? plan.right : null,
        errors: [
          ...leftOf(reading),
          ...planless(read),
          ...leftOf(about),
          ...leftOf(partnership),
          // A short name is made of a title: where there is no document, nothing is missing but that.
          ...(read === null && typed === '' && form.plan.trim() === '' ? [] : leftOf(plan)),
        ],
      };
    }),
  );
};

/** What was understood is kept with the file: the form need not be filled in again. */
const kept = (
  desk: Desk,
  place: PlanPlace | null,
  { upload, about, plan }: Understood,
): TE.TaskEither<Failure, KeptUpload | null> => {
  if (upload === null) return TE.right(null);
  const named = { ...upload, plan: plan ?? upload.plan };
  return pipe(
    named.plan === upload.plan ? TE.right(undefined) : desk.store.uploads.keep(named),
    TE.chain(() => (place === null ? TE.right([]) : settledBefore(desk)(place.plan))),
    TE.chain((settled) =>
      about === null
        ? TE.right(undefined)
        : keepDraft(desk)(named, {
            ...about,
            isNew: place === null,
            corrections: [],
            settled,
            isRecorded: false,
          }),
    ),
    TE.map(() => named),
  );
};

const refusedWith = (exchange: Exchange, errors: FormErrors): number => {
  if (isTooLarge(exchange)) return 413;
  return errors.some(({ field }) => field === 'file') ? 422 : 400;
};

/** Takes an upload: to its preview, or back to the form with what stands in the way. */
export const takeUpload =
  (desk: Desk, exchange: Exchange, place: PlanPlace | null) => (): Answer => {
    const again = uploadReply(desk, exchange, place);
    const form = { ...aboutIn(exchange.form), text: exchange.form.raw('text') };
    return pipe(
      TE.fromEither(signedIn(exchange)),
      TE.chain((who) => understood(desk, exchange, who, place)),
      TE.bindTo('read'),
      TE.bind('upload', ({ read }) => kept(desk, place, read)),
      TE.chain(({ read, upload }): Answer => {
        const { errors, reading, plan } = read;
        if (errors.length === 0 && upload !== null && plan !== null)
          return TE.right(redirect(previewHref(plan, upload.id)));
        return again({
          status: refusedWith(exchange, errors),
          // What was pasted is kept as a file by now.
          form: upload === null ? form : { ...form, text: '' },
          errors,
          kept: upload,
          seen: reading === null || isPlan(reading) ? [] : seenInWords(reading.document.blocks),
        });
      }),
      TE.orElse((failure) => {
        const field = fieldOfFailure(failure);
        return field === 'file'
          ? again({
              ...openedUpload,
              status: 422,
              form,
              errors: [{ field, message: describeFailure(failure) }],
            })
          : TE.left(failure);
      }),
    );
  };
