import type { Failure } from '@trackrecord/application';
import type { Corrections } from '@trackrecord/documents';
import { ColumnChoice } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import * as t from 'io-ts';
import { createHash } from 'node:crypto';
import type { Desk } from '../../desk.ts';
import type { KeptUpload } from '../../store/server-store.ts';

const Settled = t.type(
  {
    on: LocalDate,
    title: t.string,
    partnership: t.union([t.string, t.null]),
    /** Whether there was no such plan when it was uploaded. */
    isNew: t.boolean,
    corrections: t.readonlyArray(t.type({ start: t.number, end: t.number, text: t.string })),
    /** Doubtful blocks that somebody said are right, each by a digest of its words and doubts. */
    settled: t.readonlyArray(t.string),
    /** Whether it was recorded: then it does not wait any more. */
    isRecorded: t.boolean,
  },
  'settled',
);

const Draft = t.intersection(
  // What was said of columns, and of which clashes the copy's side is taken; older drafts say nothing of them.
  [
    Settled,
    t.partial({ columns: t.readonlyArray(ColumnChoice), taken: t.readonlyArray(t.string) }),
  ],
  'import draft',
);

/** What is said about an upload, and what was done about it by hand. */
export type ImportDraft = t.TypeOf<typeof Draft>;

type Kept = Pick<KeptUpload, 'id' | 'account'>;

/** Whoever may manage the plan goes on with it: it stands with the account that uploaded it. */
const placeOf = ({ id }: Kept): string => `import ${id}`;

/** What is kept about an upload; `undefined` where it is forgotten. */
export const draftOf =
  ({ store }: Desk) =>
  (upload: Kept): TE.TaskEither<Failure, ImportDraft | undefined> =>
    pipe(
      store.drafts.lookup(upload.account, placeOf(upload)),
      TE.map((text) =>
        text === undefined
          ? undefined
          : pipe(
              E.tryCatch(
                (): unknown => JSON.parse(text),
                () => undefined,
              ),
              E.chainW((value) => Draft.decode(value)),
              E.match(
                () => undefined,
                (draft) => draft,
              ),
            ),
      ),
    );

export const keepDraft =
  ({ store, clock }: Desk) =>
  (upload: Kept, draft: ImportDraft): TE.TaskEither<Failure, void> =>
    store.drafts.keep(
      upload.account,
      placeOf(upload),
      JSON.stringify(Draft.encode(draft)),
      clock.now(),
    );

/**
 * What was said to be right, or recorded as it was, in the documents of a plan before: the same words in the next
 * version are no news.
 */
export const settledBefore =
  (desk: Desk) =>
  (plan: string): TE.TaskEither<Failure, ReadonlyArray<string>> =>
    pipe(
      desk.store.uploads.list(plan),
      TE.chain(TE.traverseArray(draftOf(desk))),
      TE.map((drafts) => [
        ...new Set(drafts.flatMap((draft) => (draft?.isRecorded === true ? draft.settled : []))),
      ]),
    );

export const dropDraft =
  ({ store }: Desk) =>
  (upload: Kept): TE.TaskEither<Failure, void> =>
    store.drafts.drop(upload.account, placeOf(upload));

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Tells one state of the corrections from another: a page that shows an older one corrects nothing by mistake. */
export const versionOf = (corrections: Corrections): string => digestOf(corrections);
