import { columnMeanings, type Failure, invalid } from '@trackrecord/application';
import {
  choicesIn,
  headsNotIn,
  type ImportReport,
  type ReadDocument,
  readingLimits,
  readSafely,
} from '@trackrecord/documents';
import { type ColumnChoice, ColumnMeaning, PlanId, Text } from '@trackrecord/domain';
import { notRead, takeDocument } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { ProgressWord, tellReading } from '../../http/how-far.ts';
import { ImportReportCodec } from '../answers/import-codec.ts';
import { type Changing, change } from '../change.ts';
import { authorOf, dateOf } from '../circumstances.ts';
import type { Endpoint } from '../endpoint.ts';

/** What a document's file is called, its text where that is sent as JSON, and what is to be done about it. */
const Asked = t.intersection([
  t.type({ name: Text }),
  t.partial({
    text: t.string,
    title: Text,
    partnership: Text,
    dryRun: t.boolean,
    takeCopy: t.boolean,
    asDocument: t.boolean,
    map: t.record(t.string, ColumnMeaning),
    progress: ProgressWord,
  }),
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

type Columns = ReadonlyArray<ColumnChoice>;

/** What is said of columns with this import. */
const columnsIn = ({ map = {} }: Asked): E.Either<Failure, Columns> =>
  E.mapLeft((message: string) => invalid(message, 'map'))(choicesIn(Object.entries(map)));

const withItsHeads =
  (columns: Columns) =>
  (read: ReadDocument): E.Either<Failure, ReadDocument> => {
    const absent = headsNotIn(read.document, read.proposal, columns);
    return absent === undefined ? E.right(read) : E.left(invalid(absent, 'map'));
  };

/** The document as it is read, where it can do no harm, by what the plan remembers of columns and what is said now. */
const readIn = (
  changing: Changing,
  asked: Asked,
  said: Columns,
): TE.TaskEither<Failure, ReadDocument> =>
  pipe(
    E.Do,
    E.bind('bytes', () => bytesIn(changing, asked)),
    E.bind('remembered', () => columnMeanings(changing.desk)(planIn(changing))),
    TE.fromEither,
    TE.chain(({ bytes, remembered }) =>
      pipe(
        () =>
          readSafely(
            {
              name: asked.name,
              bytes,
              corrections: [],
              columns: [...remembered, ...said],
              copyOf: asked.asDocument === true ? undefined : planIn(changing),
            },
            tellReading(asked.progress),
          ),
        TE.mapLeft(notRead),
      ),
    ),
    TE.chainEitherK(withItsHeads(said)),
  );

const usualZone = 'Europe/London';

const imported = (
  changing: Changing,
  asked: Asked,
  columns: Columns,
  read: ReadDocument,
): TE.TaskEither<Failure, ImportReport> => {
  const { desk, principal, around, looked, repeatable } = changing;
  const { asDocument, takeCopy = false, dryRun = false, partnership } = asked;
  const plan = planIn(changing);
  return takeDocument(desk)(
    {
      read,
      into: { plan, title: asked.title ?? plan, timeZone: usualZone, columns },
      taking: { effectiveOn: dateOf(desk, around), asDocument, isTaken: () => takeCopy },
    },
    dryRun
      ? undefined
      : {
          author: authorOf(principal, around, looked),
          commandId: repeatable?.commandId,
          partnership,
        },
  );
};

/** Brings the text of a document into a plan. */
export const importEndpoint: Endpoint = change({
  operationId: 'importDocument',
  method: 'POST',
  path: '/plans/{plan}/imports',
  summary: 'Import a document',
  description:
    'Brings a plan in from the text of a document, or its next version, for the date "effectiveOn": all of it, or nothing. With "dryRun" it says what would be done, and writes nothing. The same document for the same date is nothing new. A file – Word, Excel, OpenDocument, PDF, a web page, Markdown, a table of values – is sent as the body itself, with everything else in the query; so may a text be (text/plain). "map" says what columns mean whose heads do not say it, by their heads: the plan remembers it. Columns of which nobody said it are in the answer, with three rows each. A copy that Trackrecord wrote of this plan (a workbook, a board paper) is taken by what was edited in it since it was made; what the plan changed otherwise meanwhile is in "clashes", and follows the copy with "takeCopy". With "asDocument" it is read as any other document. How much of a large one is read is told meanwhile by the UUID that it is sent with as "progress" (`/progress/{word}`).',
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
  throttled: 'asking for much',
  change: (changing, asked) =>
    pipe(
      TE.fromEither(columnsIn(asked)),
      TE.chain((columns) =>
        pipe(
          readIn(changing, asked, columns),
          TE.chain((read) => imported(changing, asked, columns, read)),
        ),
      ),
    ),
});
