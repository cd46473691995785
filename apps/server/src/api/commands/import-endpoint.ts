import { type Failure, importAs, type Imported, previewImport } from '@trackrecord/application';
import {
  describeReadRefusal,
  type Document,
  importableOf,
  type ImportReport,
  importReport,
  proposePlan,
  readText,
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

/** A document as JSON carries it: its text, what its file is called, and what is to be done about it. */
const Asked = t.intersection([
  t.type({ name: Text, text: t.string }),
  t.partial({ title: Text, partnership: Text, dryRun: t.boolean }),
]);
type Asked = t.TypeOf<typeof Asked>;

const planIn = ({ exchange: { params } }: Changing): PlanId => {
  const { plan } = params;
  if (PlanId.is(plan)) return plan;
  throw new Error('the path names a plan');
};

/** The text as a file of that name would hold it. */
const documentIn = ({ name, text }: Asked): E.Either<Failure, Document> =>
  pipe(
    readText(name, new TextEncoder().encode(text)),
    E.mapLeft((refusal): Failure => ({
      _tag: 'Unreadable',
      message: describeReadRefusal(refusal),
    })),
  );

const usualZone = 'Europe/London';

const imported = (
  changing: Changing,
  asked: Asked,
  document: Document,
): TE.TaskEither<Failure, ImportReport> => {
  const { desk, principal, around, looked, repeatable } = changing;
  const plan = planIn(changing);
  const proposal = proposePlan(document);
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
    'Brings a plan in from the text of a document, or its next version, for the date "effectiveOn": all of it, or nothing. With "dryRun" it says what would be done, and writes nothing. The same document for the same date is nothing new. The text may also be sent as it is (text/plain), with everything else in the query.',
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
  change: (changing, asked) =>
    pipe(
      TE.fromEither(documentIn(asked)),
      TE.chain((document) => imported(changing, asked, document)),
    ),
});
