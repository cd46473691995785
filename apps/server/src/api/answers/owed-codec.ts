import type { ChangesAnswer, OwedAnswer, PartyAnswer } from '@trackrecord/application';
import { OwedReason, PlanId } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import type { Change } from '@trackrecord/read-models';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';

export const NamedPartyCodec = t.type({ id: t.string, name: t.string }, 'NamedParty');

/** One update that is owed. */
export const OwedCodec: t.Type<OwedAnswer, unknown, unknown> = t.type(
  {
    plan: PlanId,
    about: t.string,
    action: nullable(t.string),
    title: nullable(t.string),
    party: nullable(NamedPartyCodec),
    reason: OwedReason,
    since: LocalDate,
    dueOn: LocalDate,
    daysOverdue: t.number,
    words: nullable(t.string),
    request: nullable(t.string),
  },
  'Owed',
);

const ChangeCodec: t.Type<Change, unknown, unknown> = t.type(
  {
    kind: t.union([
      t.literal('new'),
      t.literal('gone'),
      t.literal('closed'),
      t.literal('reopened'),
      t.literal('re-rated'),
      t.literal('reworded'),
      t.literal('moved'),
      t.literal('renumbered'),
      t.literal('slipped'),
      t.literal('rescheduled'),
      t.literal('owners'),
      t.literal('noted'),
      t.literal('silent'),
    ]),
    ref: t.string,
    title: t.string,
    priority: nullable(t.string),
    from: nullable(t.string),
    to: nullable(t.string),
  },
  'Change',
);

const End = t.type({ on: LocalDate, ordinal: Ordinal }, 'End');

/** What changed between two dates. */
export const ChangesCodec: t.Type<ChangesAnswer, unknown, unknown> = t.type(
  {
    plan: t.string,
    from: End,
    to: End,
    counts: t.record(t.string, t.number),
    changes: t.readonlyArray(ChangeCodec),
  },
  'Changes',
);

/** A person or an organisation, and what it has to do with the plans. */
export const PartyCodec: t.Type<PartyAnswer, unknown, unknown> = t.type(
  {
    id: t.string,
    name: t.string,
    kind: t.string,
    alsoKnownAs: t.readonlyArray(t.string),
    organisations: t.readonlyArray(t.string),
    boardRoles: t.readonlyArray(t.type({ board: t.string, role: t.string })),
    leads: t.readonlyArray(t.string),
    supports: t.readonlyArray(t.string),
    askedFor: t.readonlyArray(t.string),
  },
  'Party',
);
