import {
  auditTrailAnswer,
  missing,
  storage,
  streamOf,
  type AuditRow,
} from '@trackrecord/application';
import { RetractAssertions } from '@trackrecord/domain';
import { partyPath } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { AnyKind, ChangeForm } from '../change/change-form.ts';
import { wrong } from '../change/forms/read-fields.ts';
import { type MakeParty, onParty, partyFormKind, type PartyPlace } from './party-form-kind.ts';

/** A wrong entry of a party's history. */
type EntryPlace = PartyPlace & Readonly<{ line: AuditRow | undefined }>;

export const partyEntryKind: AnyKind<EntryPlace, MakeParty> = {
  ...partyFormKind,
  placed: (desk, exchange, filled) =>
    pipe(
      partyFormKind.placed(desk, exchange, filled),
      TE.chainEitherK((place) =>
        pipe(
          auditTrailAnswer(desk)(
            [],
            { subject: `party:${place.id}`, withConfirmed: false },
            { newestFirst: true, limit: 1000 },
          ),
          E.map(({ rows }) => ({
            ...place,
            line: rows.find(
              ({ ordinal, ref }) => String(ordinal) === filled.text('ordinal') && ref === place.id,
            ),
          })),
        ),
      ),
    ),
};

const hindrance = ({ line }: EntryPlace): string | undefined => {
  if (line === undefined)
    return 'There is no such entry. Choose “This was wrong” beside an entry of the history.';
  if (line.retracted !== null) return `This was taken back already, by ${line.retracted.by}.`;
  return line.type === 'PartyRegistered'
    ? 'Who was registered stays, as what was recorded may name them. Merge them with another, or rename them.'
    : undefined;
};

/** Takes back what was wrong about a party: so a merger is undone. */
export const retractPartyForm: ChangeForm<EntryPlace, MakeParty> = {
  name: 'retract',
  may: 'manage',
  carries: ['ordinal'],
  undated: true,
  needsWhy: true,
  fieldOf: { events: 'why', ordinals: 'why' },
  shows: ({ line, state }) => ({
    heading: line?.type === 'PartyMerged' ? 'Undo the merger' : 'This was wrong',
    lead: [
      ...(line === undefined ? [] : [`${line.sentence}.`]),
      line?.type === 'PartyMerged'
        ? `They are two again: what was recorded of ${state.name} is ${state.name}’s own again, in every plan and on every date.`
        : 'It is taken back: from now on it never held. It stays in the history with your reason.',
    ],
    fields: [],
    button: line?.type === 'PartyMerged' ? 'Undo the merger' : 'Take it back',
    warns: true,
  }),
  reads: (of) => {
    const why = hindrance(of);
    const { line, id } = of;
    if (why !== undefined || line === undefined) return wrong('why', why ?? '');
    return E.right({
      make: (desk, said) =>
        pipe(
          desk.views.recordsOf(streamOf('party', id), of.asked.answer.ordinal, {}),
          E.mapLeft(storage),
          E.map((records) => records.find(({ ordinal }) => ordinal === line.ordinal)?.eventId),
          E.chain(
            E.fromNullable(
              missing(`Ordinal ${line.ordinal} is no entry of this history.`, 'ordinals'),
            ),
          ),
          TE.fromEither,
          TE.chain((event) => onParty(id, RetractAssertions.of({ events: [event] }))(desk, said)),
        ),
      done:
        line.type === 'PartyMerged'
          ? `The merger is undone: ${of.state.name} stands for themselves again.`
          : `The entry ${line.ordinal} was taken back.`,
      nothingNew: 'It was taken back already.',
      mine: 'Taken back',
      leadsTo: partyPath(id),
    });
  },
};
