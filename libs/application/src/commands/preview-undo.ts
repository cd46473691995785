import {
  decideCommand,
  decidePlan,
  importedDocument,
  isThere,
  plan as planItself,
  type PlanId,
  statementsOf,
  UndoImport,
} from '@trackrecord/domain';
import { canonicalJson, type Cut, heldBy, type Json, type Sha256 } from '@trackrecord/kernel';
import { leftOutOfTrails } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { endOfTime, loadDirectory } from '../questions/load-directory.ts';
import {
  fieldAndMember,
  registerValueInWords,
  subjectInWords,
} from '../questions/register-in-words.ts';
import { trailNamesOf } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { circumstancesOf } from './circumstances.ts';
import { loadStream, stateOf } from './load-stream.ts';
import { provisional } from './provisional-parties.ts';

/** A thing that would not be in the plan any more: "action 14", and its words. */
export type UndoneItem = Readonly<{ subject: string; title: string | null }>;

/** A field that would be again what it was without the document. */
export type UndoneField = Readonly<{
  subject: string;
  field: string;
  member: string | null;
  from: string | null;
  to: string | null;
}>;

/** What undoing an import would take back. */
export type UndoPreview = Readonly<{
  /** How many facts the document said: each is taken back. */
  facts: number;
  /** Whether the plan itself would be there no longer. */
  isPlanGone: boolean;
  gone: ReadonlyArray<UndoneItem>;
  changed: ReadonlyArray<UndoneField>;
}>;

const notTold: ReadonlySet<string> = new Set([...leftOutOfTrails.fields, importedDocument.name]);

const valueIn = (cut: Cut, subject: string, field: string): Json =>
  heldBy(cut, subject, field)?.value ?? null;

const titleOf = (cut: Cut, subject: string): string | null => {
  const title = ['title', 'words'].map((field) => valueIn(cut, subject, field));
  return title.find((words) => typeof words === 'string') ?? null;
};

/** The registers that differ between two cuts. */
const differing = (before: Cut, after: Cut) =>
  [...before].flatMap(([subject, fields]) =>
    [...fields.keys()]
      .map((field) => ({
        subject,
        field,
        from: valueIn(before, subject, field),
        to: valueIn(after, subject, field),
      }))
      .filter(({ from, to }) => canonicalJson(from) !== canonicalJson(to)),
  );

/** What undoing the import of a document would do, whatever date is asked of; nothing is written. */
export const previewUndo =
  (deps: Writable) =>
  (plan: PlanId, document: Sha256): TE.TaskEither<Failure, UndoPreview> =>
    pipe(
      loadStream(deps.log, streamOf('plan', plan), endOfTime),
      TE.bindTo('loaded'),
      TE.bind('events', ({ loaded: { state } }) =>
        pipe(
          decideCommand(decidePlan)(state)(
            circumstancesOf(deps, { by: provisional(0), effectiveOn: endOfTime, channel: 'web' }),
            [{ order: UndoImport.of({ document }) }],
          ),
          E.mapLeft(({ step, refusal }): Failure => ({ _tag: 'Refused', refusal, step })),
          TE.fromEither,
        ),
      ),
      TE.bind('directory', () => TE.fromEither(loadDirectory(deps))),
      TE.map(({ loaded, events, directory }) => {
        const before = loaded.state.cut;
        const after = stateOf([...loaded.events, ...events], endOfTime).cut;
        const { refs } = trailNamesOf(before);
        const isGone = (subject: string) => isThere(before, subject) && !isThere(after, subject);
        return {
          facts: events.reduce((sum, event) => sum + statementsOf(event).retracts.length, 0),
          isPlanGone: isGone(planItself),
          gone: [...before.keys()]
            .filter((subject) => subject !== planItself && isGone(subject))
            .map((subject) => ({
              subject: subjectInWords(refs, subject),
              title: titleOf(before, subject),
            })),
          changed: differing(before, after)
            .filter(
              ({ subject, field }) => !isGone(subject) && !notTold.has(fieldAndMember(field).field),
            )
            .map(({ subject, field, from, to }) => ({
              subject: subjectInWords(refs, subject),
              ...fieldAndMember(field),
              from: registerValueInWords(directory, field, from),
              to: registerValueInWords(directory, field, to),
            })),
        };
      }),
    );
