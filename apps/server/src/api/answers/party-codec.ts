import type { AskedOfParty, OwnedAction, PartyInFull, PartyInPlan } from '@trackrecord/application';
import { ActionStatus, PartyKind, Timescale } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { AuditLine } from './audit-codec.ts';
import { nullable } from './nullable.ts';
import { NamedPartyCodec, OwedCodec } from './owed-codec.ts';

const OwnedCodec: t.Type<OwnedAction, unknown, unknown> = t.type(
  {
    ref: t.string,
    title: t.string,
    rating: t.string,
    status: ActionStatus,
    timescale: nullable(Timescale),
    lastUpdatedOn: nullable(LocalDate),
  },
  'OwnedAction',
);

const AskedCodec: t.Type<AskedOfParty, unknown, unknown> = t.type(
  {
    ref: t.string,
    title: t.string,
    words: t.string,
    askedOn: LocalDate,
    dueOn: nullable(LocalDate),
  },
  'AskedOfParty',
);

const InPlanCodec: t.Type<PartyInPlan, unknown, unknown> = t.type(
  {
    plan: t.string,
    title: t.string,
    leads: t.readonlyArray(OwnedCodec),
    supports: t.readonlyArray(OwnedCodec),
    askedFor: t.readonlyArray(AskedCodec),
    owes: t.readonlyArray(OwedCodec),
  },
  'PartyInPlan',
);

/** A person or an organisation in full. */
export const PartyInFullCodec: t.Type<PartyInFull, unknown, unknown> = t.type(
  {
    asOf: LocalDate,
    ordinal: Ordinal,
    id: t.string,
    name: t.string,
    kind: PartyKind,
    spellings: t.readonlyArray(NamedPartyCodec),
    formerNames: t.readonlyArray(t.string),
    organisations: t.readonlyArray(NamedPartyCodec),
    members: t.readonlyArray(NamedPartyCodec),
    boardRoles: t.readonlyArray(t.type({ board: t.string, role: t.string })),
    plans: t.readonlyArray(InPlanCodec),
    latest: t.readonlyArray(AuditLine),
  },
  'PartyInFull',
);
