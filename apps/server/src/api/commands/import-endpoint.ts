import {
  type Failure,
  importAs,
  type Imported,
  invalid,
  previewImport,
} from '@trackrecord/application';
import {
  describeReadRefusal,
  importableOf,
  type ImportReport,
  importReport,
  type ReadDocument,
  readingLimits,
  readSafely,
} from '@trackrecord/documents';
import { PlanId, Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { ImportReportCodec } from '../answers/import-codec.ts';
import { type Changing, change } from '../change.ts';
import { authorOf, dateOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';

/** What a document's file is called, its text where that is sent as JSON, and what is to be done about it. */
const Asked = t.intersection([
  t.type({ name: Text }),
  t.partial({ text: t.string, title: Text, partnership: Text, dryRun: t.boolean }),
]);
type Asked = t.TypeOf<typeof Asked>;

const planIn = ({ exchange: { params } }: Changing): PlanId => {
  const { plan } = params;
  if (PlanId.is(plan)) return plan;
  throw new Error('the path names a plan');
};

/** The text as a file of that name would hold it, or the file that is the body. */
const bytesIn = (
  { exchange: { body } }: Changing,
  { text }: Asked,
): E.Either<Failure, Uint8Array> => {
  if (body instanceof Uint8Array) return E.right(body);
  return text === undefined
    ? E.left(invalid('Nothing was sent: send the document as the body, or its text.', 'text'))
    : E.right(new TextEncoder().encode(text));
};

/** The document as it is read, where it can do no harm. */
const readIn = (changing: Changing, asked: Asked): TE.TaskEither<Failure, ReadDocument> =>
  pipe(
    TE.fromEither(bytesIn(changing, asked)),
    TE.chain((bytes) =>
      pipe(
        () => readSafely({ name: asked.name, bytes, corrections: [] }),
        TE.mapLeft((refusal): Failure => ({
          _tag: 'Unreadable',
          message: describeReadRefusal(refusal),
        })),
      ),
    ),
  );

const usualZone = 'Europe/London';

const imported = (
  changing: Changing,
  asked: Asked,
  { document, proposal }: ReadDocument,
): TE.TaskEither<Failure, ImportReport> => {
  const { desk, principal, around, looked, repeatable } = changing;
  const plan = planIn(changing);
  const into = { plan, title: asked.title ?? plan, timeZone: usualZone };
  const effectiveOn = dateOf(desk, around);
  const report = (committed: boolean) => (done: Imported) =>
    importReport({ plan, document, proposal, imported: done, effectiveOn, committed });

  if (asked.dryRun === true)
    return pipe(
      previewImport(desk)({
        plan,
        importable: importableOf(document, proposal, into),
        said: { effectiveOn, channel: 'document' },
      }),
      TE.map(report(false)),
    );
  return pipe(
    importAs(desk)({
      plan,
      author: authorOf(principal, around, looked),
      commandId: repeatable?.commandId,
      partnership: asked.partnership,
      importable: (partnership) => importableOf(document, proposal, { ...into, partnership }),
    }),
    TE.map((done) => report(true)(done.imported)),
  );
};

/** Brings the text of a document into a plan. */
export const importEndpoint: Endpoint = change({
  operationId: 'importDocument',
  method: 'POST',
  path: '/plans/{plan}/imports',
  summary: 'Import a document',
  description:
    'Brings a plan in from the text of a document, or its next version, for the date "effectiveOn": all of it, or nothing. With "dryRun" it says what would be done, and writes nothing. The same document for the same date is nothing new. A file – Word, Excel, OpenDocument, PDF, a web page, Markdown, a table of values – is sent as the body itself, with everything else in the query; so may a text be (text/plain).',
  tag: 'Documents',
  may: 'manage',
  asks: Asked,
  example: {
    name: 'plan-2026-q2.txt',
    text: 'Harbour Children’s Plan\n\nPriority 1: …',
    effectiveOn: '2026-06-30',
    dryRun: true,
  },
  answers: ImportReportCodec,
  text: 'text',
  file_bytes: readingLimits.file_bytes,
  change: (changing, asked) =>
    pipe(
      readIn(changing, asked),
      TE.chain((read) => imported(changing, asked, read)),
    ),
});
