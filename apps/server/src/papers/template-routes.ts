import { type Failure, missing, invalid, storage } from '@trackrecord/application';
import {
  type FormErrors,
  noErrors,
  paperTemplateHref,
  paperTemplatePage,
} from '@trackrecord/pages';
import {
  checkTemplate,
  exampleTemplate,
  paperKindWords,
  templatePlaceholderMeanings,
} from '@trackrecord/papers';
import { usualTimeZone } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { accountNames } from '../access/account-names.ts';
import { csrfTokenFor } from '../access/csrf.ts';
import { orShowAgain, refusedStatus } from '../access/pages/refused-form.ts';
import { signedIn } from '../access/signed-in.ts';
import type { Desk } from '../desk.ts';
import type { Exchange, Upload } from '../http/exchange.ts';
import { mostTemplate_bytes } from '../http/limits.ts';
import { plainFileName } from '../http/plain-file-name.ts';
import { redirect, type Reply } from '../http/reply.ts';
import type { Route } from '../http/route.ts';
import { leaveNotice } from '../pages/notice.ts';
import { page } from '../pages/page-reply.ts';

type Answer = TE.TaskEither<Failure, Reply>;

const field = 'template';

const shown = (desk: Desk, exchange: Exchange, status: number, errors: FormErrors): Answer =>
  pipe(
    TE.Do,
    TE.bind('kept', () => desk.store.template.lookup()),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.map(({ kept, csrfToken }): Reply => {
      const by = kept === undefined ? null : (accountNames(desk).get(kept.account) ?? null);
      const { title, content } = paperTemplatePage({
        csrfToken: csrfToken ?? '',
        errors,
        kept: kept === undefined ? null : { ...kept, bytes: kept.bytes.byteLength, by },
        placeholders: templatePlaceholderMeanings,
        most_bytes: mostTemplate_bytes,
      });
      return page({ title, content, errors, section: 'administration' }, status);
    }),
  );

/** The file that was sent, where one was and it is not too large. */
const sentIn = ({ files: [file] }: Exchange): E.Either<Failure, Upload> => {
  if (file === undefined) return E.left(invalid('Choose the template: a Word document.', field));
  return file.tooLarge_bytes === undefined
    ? E.right(file)
    : E.left(
        invalid(
          'The template is too large. Make its pictures smaller: a logo needs no more than some hundred kB.',
          field,
        ),
      );
};

const keep =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      E.Do,
      E.bind('who', () => signedIn(exchange)),
      E.bind('file', () => sentIn(exchange)),
      TE.fromEither,
      TE.bind('ordinal', () => pipe(desk.views.catchUp(), TE.mapLeft(storage))),
      TE.bind('notTaken', ({ file: { bytes }, ordinal }) =>
        checkTemplate(bytes, { madeOn: desk.clock.today(usualTimeZone), ordinal }, field),
      ),
      TE.chain(({ who, file: { name, bytes }, notTaken }) =>
        desk.store.template.keep({
          name: plainFileName(name, 'template.docx'),
          account: who.account,
          keptAt: desk.clock.now(),
          notTaken,
          bytes,
        }),
      ),
      TE.map((): Reply =>
        redirect(paperTemplateHref, [
          leaveNotice({
            kind: 'success',
            text: 'Papers that are downloaded as Word or PDF have this look from now on.',
          }),
        ]),
      ),
      orShowAgain([field], (errors) => shown(desk, exchange, refusedStatus, errors)),
    );

const remove = (desk: Desk) => (): Answer =>
  pipe(
    desk.store.template.drop(),
    TE.map(() =>
      redirect(paperTemplateHref, [
        leaveNotice({ kind: 'success', text: 'Papers have a plain look again.' }),
      ]),
    ),
  );

const wordFile = (fileName: string, body: Uint8Array): Reply => ({
  _tag: 'Body',
  status: 200,
  type: paperKindWords.docx.mediaType,
  body,
  fileName,
});

const keptFile = (desk: Desk) => (): Answer =>
  pipe(
    desk.store.template.lookup(),
    TE.chainEitherK(
      E.fromNullable(missing('No template is kept on this server: papers have a plain look.')),
    ),
    TE.map(({ name, bytes }) => wordFile(name, bytes)),
  );

const example = () => (): Answer =>
  pipe(
    TE.fromTask(exampleTemplate),
    TE.map((bytes) => wordFile('paper-template.docx', bytes)),
  );

const forAdministrators = { audience: 'people', may: 'administer' } as const;

/** The organisation's look of papers: which Word file it is, looked at, tried and kept, and left again. */
export const templateRoutes: ReadonlyArray<Route> = [
  {
    ...forAdministrators,
    method: 'GET',
    path: paperTemplateHref,
    answer: (desk) => (exchange) => shown(desk, exchange, 200, noErrors),
  },
  {
    ...forAdministrators,
    method: 'POST',
    path: paperTemplateHref,
    files: { most: 1, bytes: mostTemplate_bytes },
    throttled: 'asking for much',
    answer: keep,
  },
  { ...forAdministrators, method: 'POST', path: `${paperTemplateHref}/remove`, answer: remove },
  { ...forAdministrators, method: 'GET', path: `${paperTemplateHref}/file`, answer: keptFile },
  { ...forAdministrators, method: 'GET', path: `${paperTemplateHref}/example`, answer: example },
];
