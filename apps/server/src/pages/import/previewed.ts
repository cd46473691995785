import {
  type Failure,
  type ImportClash,
  type ImportWarning,
  type PlannedChange,
  plannedChanges,
  previewImport,
  type TakenBackInWords,
  takenBackInWords,
} from '@trackrecord/application';
import { clashKey } from '@trackrecord/documents';
import { importableOfRead, returnedCopy, type Takeable } from '@trackrecord/papers';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type * as T from 'fp-ts/lib/Task.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { LRUCache } from 'lru-cache';
import type { Desk } from '../../desk.ts';
import { pagesZone } from '../asked-dates.ts';
import { digestOf, type ImportDraft, versionOf } from './import-draft.ts';
import type { PlanPlace } from './plan-place.ts';
import type { Reading } from './reading.ts';

/** What recording an upload would do to its plan as it stands. */
export type Previewed = Readonly<{
  facts: number;
  confirmed: number;
  changes: ReadonlyArray<PlannedChange>;
  takenBack: ReadonlyArray<TakenBackInWords>;
  /** What came of holding it against the plan. */
  warnings: ReadonlyArray<ImportWarning>;
  /** Of a copy that came back: edits of what was changed otherwise meanwhile. */
  clashes: ReadonlyArray<ImportClash>;
  /** Tells whether it would still do the same. */
  digest: string;
}>;

const intoOf = ({ plan }: PlanPlace, { title }: ImportDraft) => ({
  plan,
  title: title === '' ? plan : title,
  timeZone: pagesZone,
});

/** What an upload is taken for: a copy of the plan that came back, or a document like others. */
export const takenFor = (
  desk: Desk,
  place: PlanPlace,
  draft: ImportDraft,
  reading: Reading,
): E.Either<Failure, Takeable> => {
  const taken = new Set(draft.taken);
  return importableOfRead(desk)(
    reading,
    { ...intoOf(place, draft), columns: draft.columns ?? [] },
    {
      effectiveOn: draft.on,
      // A copy of another plan is shown as what any other document would be, and the page says so.
      asDocument: returnedCopy(reading, place.plan) === undefined,
      isTaken: (clash) => taken.has(clashKey(clash)),
    },
  );
};

const preview = (
  desk: Desk,
  place: PlanPlace,
  draft: ImportDraft,
  reading: Reading,
): TE.TaskEither<Failure, Previewed> => {
  const { plan } = place;
  return pipe(
    TE.fromEither(takenFor(desk, place, draft, reading)),
    TE.map(({ importable }) => importable(undefined)),
    TE.bindTo('importable'),
    TE.bind('imported', ({ importable }) =>
      previewImport(desk)({
        plan,
        importable,
        said: { effectiveOn: draft.on, channel: 'document' },
      }),
    ),
    TE.bind('changes', ({ importable, imported }) =>
      plannedChanges(desk)({ plan, importable }, imported),
    ),
    TE.bind('takenBack', ({ imported: { reconciled } }) =>
      TE.fromEither(takenBackInWords(desk)(plan, reconciled.takesBack)),
    ),
    TE.map(({ imported: { events, reconciled }, changes, takenBack }) => ({
      facts: events.length,
      confirmed: reconciled.confirmed.reduce((sum, { registers }) => sum + registers.length, 0),
      changes,
      takenBack,
      warnings: reconciled.warnings,
      clashes: reconciled.clashes,
      // Ids of people who are not registered so far differ from time to time.
      digest: digestOf([
        reading.document.sha256,
        [draft.on, draft.title, draft.partnership],
        changes.map(({ subject, field, from, to, effectiveOn }) => [
          subject,
          field,
          from,
          to,
          effectiveOn,
        ]),
        takenBack,
        reconciled.clashes,
      ]),
    })),
  );
};

type Outcome = E.Either<Failure, Previewed>;

const kept = new WeakMap<Desk, LRUCache<string, Outcome>>();

/** What cannot be read or written just now may be possible again; what a document comes to stays so. */
const isLasting = (outcome: Outcome): boolean =>
  E.isRight(outcome) || outcome.left._tag !== 'Storage';

/** What an upload would do; worked out once for each state of the log and of the corrections. */
export const previewed =
  (desk: Desk, place: PlanPlace, draft: ImportDraft, reading: Reading): T.Task<Outcome> =>
  async () => {
    const answers = kept.get(desk) ?? new LRUCache<string, Outcome>({ max: 12 });
    kept.set(desk, answers);
    const { on, title, partnership, corrections, columns, taken } = draft;
    const key = JSON.stringify([
      place.plan,
      place.head,
      reading.document.sha256,
      [on, title, partnership],
      versionOf(corrections),
      columns ?? [],
      taken ?? [],
      desk.clock.today(pagesZone),
    ]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const outcome = await preview(desk, place, draft, reading)();
    if (isLasting(outcome)) answers.set(key, outcome);
    return outcome;
  };

/** Where holding it against the plan fails, what is doubtful in the document itself is told all the same. */
export const warningsOf = (
  outcome: Outcome,
  { proposal }: Reading,
): ReadonlyArray<ImportWarning> => [
  ...proposal.warnings,
  ...(E.isRight(outcome) ? outcome.right.warnings : []),
];
