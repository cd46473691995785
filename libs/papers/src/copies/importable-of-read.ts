import {
  describeFailure,
  type Failure,
  type Importable,
  invalid,
  type Question,
  type Readable,
  resolveQuestion,
  workbookAnswer,
  type WorkbookAnswer,
} from '@trackrecord/application';
import {
  type Clash,
  copyOriginOf,
  type CopyOrigin,
  type Document,
  importableOf,
  importableOfCopy,
  type Into,
  isLostCopy,
  type ReadDocument,
} from '@trackrecord/documents';
import type { PartnershipId, PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { writtenRows } from './written-rows.ts';

/** How a document is taken. */
export type Taking = Readonly<{
  /** The date that it speaks of. */
  effectiveOn: LocalDate;
  /** A copy that Trackrecord wrote is read as any other document, and says all that it says anew. */
  asDocument?: boolean | undefined;
  /** Whether the copy's side is chosen of an edit of what was changed otherwise meanwhile; the plan's by itself. */
  isTaken?: ((clash: Clash) => boolean) | undefined;
}>;

const answerAt =
  (deps: Readable, plan: PlanId) =>
  (question: Question): E.Either<Failure, WorkbookAnswer> =>
    pipe(
      resolveQuestion(deps)(plan, question),
      E.chain((resolved) => workbookAnswer(deps)(resolved, { withHistory: false })),
    );

/** Where what a copy was made from is not there, what is edited in it cannot be told. */
const unknownOrigin =
  ({ plan, asOf, ordinal }: CopyOrigin) =>
  (failure: Failure): Failure =>
    invalid(
      `The file says that it is a copy of plan ${plan} as of ${asOf}, made at ordinal ${ordinal}, and this log cannot show that: ${describeFailure(failure)} Nothing in it can be held against it. Import it as any other document instead.`,
      'file',
    );

const ofAnother = ({ plan }: CopyOrigin, into: PlanId): Failure =>
  invalid(
    `The file is a copy of plan ${plan}, and this is plan ${into}. Import it there, or here as any other document.`,
    'file',
  );

/** A table of a copy without what says of which: read as a document it would take back all that a copy does not tell. */
const lostOrigin = invalid(
  'The file has a table of actions as Trackrecord writes it, and does not say what it was made from: what was edited in it cannot be told. Accepted is the copy itself, saved as Word or Excel. Import it as any other document if it is to say anew all that the plan says.',
  'file',
);

/** What a page shows can be read from a PDF, and not which row ends where. */
const notFromPdf = invalid(
  'The file is a paper that Trackrecord made of this plan, as a PDF, of which no edits can be told. Accepted is the same paper as Word, or the workbook. Import it as any other document if it is to say anew all that the plan says.',
  'file',
);

/** The copy of this very plan that a document says it is. */
export const returnedCopy = (
  { document }: Pick<ReadDocument, 'document'>,
  plan: PlanId,
): CopyOrigin | undefined => {
  const origin = copyOriginOf(document);
  return origin?.plan === plan ? origin : undefined;
};

/** A document ready to be held against a plan. */
export type Takeable = Readonly<{
  /** For the partnership whose plan it is. */
  importable: (partnership: PartnershipId | undefined) => Importable;
  /** Of a copy: how far the log was known when its edits were judged; what came since may change the verdict. */
  judgedAt: Ordinal | undefined;
}>;

/** Nothing of a plan in it: as its next version it would take away every action. */
const withoutActions = (name: string, actions: number): Failure =>
  invalid(
    `No action was found in ${name}, and the plan has ${actions}: as its next version it would take all of them away. Accepted is a document with the plan’s actions.`,
    'file',
  );

/** A document like others, unless it is no version of the plan that is there. */
const ofDocument = (
  deps: Readable,
  { document, proposal }: ReadDocument,
  into: Into,
  { effectiveOn, asDocument = false }: Taking,
): E.Either<Failure, Takeable> => {
  const takeable: Takeable = {
    importable: (partnership) => importableOf(document, proposal, { ...into, partnership }),
    judgedAt: undefined,
  };
  const isLost = !asDocument && isLostCopy(document);
  const isEmpty = proposal.actions.length === 0;
  if (!isLost && !isEmpty) return E.right(takeable);
  const now = answerAt(deps, into.plan)({ asOf: effectiveOn });
  const actions = E.isRight(now) ? now.right.plan.actions.length : 0;
  if (isLost && E.isRight(now)) return E.left(lostOrigin);
  return isEmpty && actions > 0
    ? E.left(withoutActions(document.name, actions))
    : E.right(takeable);
};

/** A copy, by what was edited in it since it was made. */
const ofCopy = (
  deps: Readable,
  document: Document,
  origin: CopyOrigin,
  into: Into,
  { effectiveOn, isTaken = () => false }: Taking,
): E.Either<Failure, Takeable> => {
  const ask = answerAt(deps, into.plan);
  const { asOf, ordinal, asIn } = origin;
  if (origin.plan !== into.plan) return E.left(ofAnother(origin, into.plan));
  if (document.format === 'pdf') return E.left(notFromPdf);
  return pipe(
    ask({ asOf, knownAt: { _tag: 'AtOrdinal', ordinal }, asIn }),
    E.mapLeft(unknownOrigin(origin)),
    E.bindTo('written'),
    E.bind('now', () => ask({ asOf: effectiveOn })),
    E.chain(({ written, now }) =>
      pipe(
        importableOfCopy(
          document,
          { written: writtenRows(written), now: writtenRows(now) },
          into,
          isTaken,
        ),
        E.bimap(
          (why): Failure => invalid(why, 'file'),
          (copy): Takeable => ({ importable: () => copy, judgedAt: now.ordinal }),
        ),
      ),
    ),
  );
};

/** What a document that is taken as a copy says that it was made from. */
export const takenAsCopy = ({
  read,
  taking,
}: Readonly<{ read: ReadDocument; taking: Taking }>): CopyOrigin | undefined =>
  taking.asDocument === true ? undefined : copyOriginOf(read.document);

/**
 * A document that was read, ready to be held against a plan: a copy that Trackrecord wrote of this plan, by what was
 * edited in it since it was made; anything else, by all that it says.
 */
export const importableOfRead =
  (deps: Readable) =>
  (read: ReadDocument, into: Into, taking: Taking): E.Either<Failure, Takeable> => {
    const origin = takenAsCopy({ read, taking });
    return origin === undefined
      ? ofDocument(deps, read, into, taking)
      : ofCopy(deps, read.document, origin, into, taking);
  };
