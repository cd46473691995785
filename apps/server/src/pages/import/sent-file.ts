import { type Failure, missing } from '@trackrecord/application';
import { maxTextBytes } from '@trackrecord/documents';
import { type FormErrors, sizeInWords } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { canOn } from '../../access/may-ask.ts';
import type { SignedIn } from '../../access/signed-in.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange, Upload } from '../../http/exchange.ts';
import { mostUpload_bytes } from '../../http/limits.ts';
import { plainFileName } from '../../http/plain-file-name.ts';
import type { KeptUpload } from '../../store/server-store.ts';
import { PlanId } from '@trackrecord/domain';

const nameOf = (name: string): string => plainFileName(name, 'document.txt');

/** What was sent: a file, or text that was pasted; nothing where neither was. */
type Sent = Readonly<{ name: string; bytes: Uint8Array }> | undefined;

/** Whether a file came that is too large to be kept. */
export const isTooLarge = ({ files }: Pick<Exchange, 'files'>): boolean =>
  files.some(({ tooLarge_bytes }) => tooLarge_bytes !== undefined);

const tooLarge = ({ name }: Upload, bytes: number): FormErrors => [
  {
    field: 'file',
    message: `Choose the document: “${nameOf(name)}” has ${sizeInWords(bytes)}. A file over ${sizeInWords(mostUpload_bytes)} is not taken, nor kept; plain text can have ${sizeInWords(maxTextBytes)} at most. Take out pictures, or save the plan alone.`,
  },
];

const sentIn = ({ files, form }: Exchange, now: string): E.Either<FormErrors, Sent> => {
  const [file] = files;
  if (file?.tooLarge_bytes !== undefined) return E.left(tooLarge(file, file.tooLarge_bytes));
  const pasted = form.raw('text');
  if (file !== undefined && pasted.trim() !== '')
    return E.left([
      {
        field: 'file',
        message: `Choose the document: the file “${nameOf(file.name)}” was chosen and text was pasted too. Send one of them.`,
      },
    ]);
  if (file !== undefined) return E.right({ name: nameOf(file.name), bytes: file.bytes });
  return E.right(
    pasted.trim() === ''
      ? undefined
      : {
          name: `pasted ${now.slice(0, 10)}.txt`,
          // A browser sends line ends of its own; the text's were those of whatever it was copied from.
          bytes: new TextEncoder().encode(pasted.replace(/\r\n/gu, '\n')),
        },
  );
};

/** An upload that was kept when its form was refused: sent again with the form, without its bytes. */
const keptBefore =
  (desk: Desk, { form, visitor }: Exchange) =>
  (): TE.TaskEither<Failure, KeptUpload | undefined> => {
    const id = form.one('kept');
    if (id === undefined) return TE.right(undefined);
    return pipe(
      desk.store.uploads.lookup(id),
      TE.chain((upload) =>
        upload !== undefined &&
        canOn(visitor, 'manage', PlanId.is(upload.plan) ? upload.plan : null)
          ? TE.right(upload)
          : TE.left(missing('The file is not kept any more: choose it again.', 'file')),
      ),
    );
  };

/** A file that was sent, kept before it is read; or what stands in its way. */
export type SentFile = E.Either<FormErrors, KeptUpload>;

const noFile: FormErrors = [
  { field: 'file', message: 'Choose the document: choose a file, or paste its text.' },
];

/**
 * Takes in the file of a form. It is kept first, whatever it is: what is refused can be had again as it was sent.
 * @param plan under which it is kept; '' where it is not known so far
 */
export const takenFile = (
  desk: Desk,
  exchange: Exchange,
  { account }: SignedIn,
  plan: string,
): TE.TaskEither<Failure, SentFile> =>
  pipe(
    sentIn(exchange, desk.clock.now()),
    E.match(
      (errors): TE.TaskEither<Failure, SentFile> => TE.right(E.left(errors)),
      (sent) => {
        if (sent === undefined)
          return pipe(
            keptBefore(desk, exchange)(),
            TE.map((kept): SentFile => (kept === undefined ? E.left(noFile) : E.right(kept))),
          );
        const upload: KeptUpload = {
          id: desk.ids.commandId(),
          account,
          plan,
          ...sent,
          uploadedAt: desk.clock.now(),
        };
        return pipe(
          desk.store.uploads.keep(upload),
          TE.map((): SentFile => E.right(upload)),
        );
      },
    ),
  );
