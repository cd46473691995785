import {
  decideCommand,
  decidePlan,
  type DomainEvent,
  importedDocument,
  isThere,
  plan as planItself,
  type PlanId,
  statementsOf,
  UndoImport,
} from '@trackrecord/domain';
import { canonicalJson, type Cut, heldBy, type Json, type Sha256 } from '@trackrecord/kernel';
import {
  changeSentence,
  type HistoryAnswer,
  type HistoryRow,
  leftOutOfTrails,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { historyLine } from '../questions/history-line.ts';
import { endOfTime, loadDirectory } from '../questions/load-directory.ts';
import { fieldAndMember, subjectInWords } from '../questions/register-in-words.ts';
import { trailNamesOf } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { circumstancesOf } from '../carrying-out/circumstances.ts';
import { loadStream, stateOf } from '../carrying-out/load-stream.ts';
import type { PlannedChange } from './planned-changes.ts';
import { provisional } from './provisional-parties.ts';

/** A thing that would not be in the plan any more: "action 14", and its words where it has any. */
export type UndoneItem = Readonly<{ subject: string; title: string | null }>;

/** What undoing an import would take back. */
export type UndoPreview = Readonly<{
  /** How many facts the document said: each is taken back. */
  facts: number;
  /** Whether the plan itself would be there no longer. */
  isPlanGone: boolean;
  gone: ReadonlyArray<UndoneItem>;
  /** What would be again as it was without the document. */
  changed: ReadonlyArray<PlannedChange>;
}>;

const notTold: ReadonlySet<string> = new Set([...leftOutOfTrails.fields, importedDocument.name]);

const valueIn = (cut: Cut, subject: string, field: string): Json =>
  heldBy(cut, subject, field)?.value ?? null;

const titleOf = (cut: Cut, subject: string): string | null => {
  const title = ['title', 'words'].map((field) => valueIn(cut, subject, field));
  return title.find((words) => typeof words === 'string') ?? null;
};

/** Whether a plan has a thing; what is only spoken of in it, such as an indicator, by what is said of it. */
const has = (cut: Cut, subject: string): boolean =>
  cut.get(subject)?.has('exists') === true
    ? isThere(cut, subject)
    : [...(cut.get(subject)?.values() ?? [])].some(({ value }) => value !== null);

/** The registers that differ between two cuts, as lines of a trail that the retraction would leave. */
const differing = (
  before: Cut,
  after: Cut,
  { id, type, effectiveOn, recordedAt, recordedBy, channel }: DomainEvent,
): ReadonlyArray<HistoryRow> =>
  [...before].flatMap(([subject, fields]) =>
    [...fields].flatMap(([field, held]): ReadonlyArray<HistoryRow> => {
      const [from, value] = [held.value, valueIn(after, subject, field)];
      return canonicalJson(from) === canonicalJson(value)
        ? []
        : [
            {
              ...{ subject, field, value, from, effectiveOn, eventId: id, firstSaidBy: id },
              ...{ type, recordedAt, recordedBy, channel },
              ordinal: held.ordinal,
              document: undefined,
              confirmed: false,
            },
          ];
    }),
  );

const changeOf =
  (line: (row: HistoryRow) => HistoryAnswer) =>
  (row: HistoryRow): PlannedChange => {
    const answer = line(row);
    const { subject, ref, field, member, from, to, effectiveOn, source } = answer;
    const words = changeSentence(answer);
    return { subject, ref, isNew: false, field, member, from, to, words, effectiveOn, source };
  };

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
        const names = trailNamesOf(before);
        const isGone = (subject: string) => has(before, subject) && !has(after, subject);
        const isTold = ({ subject, field }: HistoryRow) =>
          !isGone(subject) && !notTold.has(fieldAndMember(field).field);
        return {
          facts: events.reduce((sum, event) => sum + statementsOf(event).retracts.length, 0),
          isPlanGone: isGone(planItself),
          gone: [...before.keys()]
            .filter((subject) => subject !== planItself && isGone(subject))
            .map((subject) => ({
              subject: subjectInWords(names.refs, subject),
              title: titleOf(before, subject),
            })),
          changed: events
            .flatMap((event) => differing(before, after, event))
            .filter(isTold)
            .map(changeOf(historyLine(directory, names))),
        };
      }),
    );
