import {
  type DomainEvent,
  entryOf,
  importedDocument,
  isThere,
  type StreamState,
} from '@trackrecord/domain';
import { assertionsIn, historyOf, type LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  type AssertionRecord,
  changeSentence,
  type HistoryAnswer,
  type HistoryRow,
  historyRows,
} from '@trackrecord/read-models';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import { historyLine, partiesNamedByRow } from '../questions/history-line.ts';
import { endOfTime } from '../questions/load-directory.ts';
import { loadParties } from '../questions/load-parties.ts';
import { fieldAndMember } from '../questions/register-in-words.ts';
import { trailNamesOf } from '../questions/trail-of-plan.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import type { Import, Imported } from './import-document.ts';
import { loadStream, stateOf } from '../carrying-out/load-stream.ts';
import { provisionalParties } from './provisional-parties.ts';

/** A field that an import would make or change. */
export type PlannedChange = Readonly<{
  /** In words: "action 14". */
  subject: string;
  /** `null` where it is the plan itself. */
  ref: string | null;
  /** Whether the plan does not have the subject on that date. */
  isNew: boolean;
  field: string;
  member: string | null;
  /** What it is and what it would be, in words. */
  from: string | null;
  to: string | null;
  /** What would change, as a sentence without its full stop: "Amber → Red". */
  words: string;
  effectiveOn: LocalDate;
  /** Where in the document it stands; `null` for what ends because a later document does not have it. */
  source: HistoryAnswer['source'];
}>;

const ordinalOf = (place: number): Ordinal => {
  if (Ordinal.is(place)) return place;
  throw new Error(`${place} is no ordinal`);
};

/** What events say, as the views would give it, had they been recorded; what was taken back never held. */
const recordsOf = (events: ReadonlyArray<DomainEvent>): ReadonlyArray<AssertionRecord> => {
  const history = historyOf(events.map((event, place) => entryOf(event, ordinalOf(place + 1))));
  return assertionsIn(history).flatMap((assertion) => {
    const event = events[assertion.ordinal - 1];
    if (event === undefined || history.retractedAt.has(assertion.eventId)) return [];
    const { type, recordedAt, recordedBy, channel, onWordOf, why, source } = event;
    return [{ ...assertion, type, recordedAt, recordedBy, channel, onWordOf, why, source }];
  });
};

/** Whether a plan had a subject on a date. */
const knownOn = (events: ReadonlyArray<DomainEvent>) => {
  const cuts = new Map<string, StreamState['cut']>();
  return ({ subject, effectiveOn }: HistoryRow): boolean => {
    const cut = cuts.get(effectiveOn) ?? stateOf(events, effectiveOn).cut;
    cuts.set(effectiveOn, cut);
    return isThere(cut, subject);
  };
};

const planned =
  (line: (row: HistoryRow) => HistoryAnswer, isKnown: (row: HistoryRow) => boolean) =>
  (row: HistoryRow): PlannedChange => {
    const answer = line(row);
    const { subject, ref, field, member, from, to, effectiveOn, source } = answer;
    return {
      subject,
      ref,
      isNew: !isKnown(row),
      field,
      member,
      from,
      to,
      words: changeSentence(answer),
      effectiveOn,
      source,
    };
  };

/**
 * What a previewed import would make and change, field by field, in the order of the document; what it only says again
 * is left out. Whom it names anew stands by name.
 */
export const plannedChanges =
  (deps: Writable) =>
  (
    { plan, importable }: Pick<Import, 'plan' | 'importable'>,
    { events }: Pick<Imported, 'events'>,
  ): TE.TaskEither<Failure, ReadonlyArray<PlannedChange>> =>
    pipe(
      loadStream(deps.log, streamOf('plan', plan), endOfTime),
      TE.bindTo('loaded'),
      TE.bind('provisional', () => TE.fromEither(provisionalParties(deps, importable))),
      TE.let('rows', ({ loaded }) =>
        historyRows(recordsOf([...loaded.events, ...events]), false).filter(
          ({ ordinal }) => ordinal > loaded.events.length,
        ),
      ),
      TE.bind('directory', ({ rows }) =>
        TE.fromEither(loadParties(deps, rows.flatMap(partiesNamedByRow))),
      ),
      TE.map(({ loaded, provisional, rows, directory }) => {
        const names = trailNamesOf(stateOf([...loaded.events, ...events], endOfTime).cut);
        const everybody = new Map([
          ...directory,
          ...provisional.strangers.map((party) => [party.id, party] as const),
        ]);
        return rows
          .filter(({ field }) => fieldAndMember(field).field !== importedDocument.name)
          .map(planned(historyLine(everybody, names), knownOn(loaded.events)));
      }),
    );
