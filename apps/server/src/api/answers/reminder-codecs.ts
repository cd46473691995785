import type {
  DueReminder,
  PunctualityAnswer,
  PolicyAnswer,
  PolicyPreview,
  RemindersAnswer,
} from '@trackrecord/application';
import {
  Because,
  CadenceByRating,
  LinkAgain,
  MessageState,
  OwedReason,
  PlanId,
  ReminderPolicy,
  Settled,
} from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { nullable } from './nullable.ts';
import { NamedPartyCodec } from './owed-codec.ts';

const AskedInstead = t.type(
  { parties: t.readonlyArray(NamedPartyCodec), because: Because },
  'AskedInstead',
);

const what = {
  about: t.string,
  action: nullable(t.string),
  title: t.string,
  reason: OwedReason,
  since: LocalDate,
  dueOn: LocalDate,
};

/** A reminder that is to go out. */
export const DueReminderCodec: t.Type<DueReminder, unknown, unknown> = t.type(
  {
    to: t.type({ party: t.string, name: t.string, address: nullable(t.string) }),
    plan: PlanId,
    items: t.readonlyArray(
      t.type({ ...what, words: nullable(t.string), escalatedFrom: nullable(AskedInstead) }),
    ),
    escalatedFrom: nullable(AskedInstead),
  },
  'DueReminder',
);

/** How a plan asks for updates that are due. */
export const PolicyCodec: t.Type<PolicyAnswer, unknown, unknown> = t.type(
  {
    plan: t.string,
    asOf: LocalDate,
    ordinal: Ordinal,
    policy: ReminderPolicy,
    isDefault: t.boolean,
    cadenceMonths: t.number,
    cadenceByRating: CadenceByRating,
    scale: t.readonlyArray(t.string),
    timeZone: t.string,
    managers: t.readonlyArray(NamedPartyCodec),
    sponsor: nullable(NamedPartyCodec),
  },
  'ReminderPolicyOfPlan',
);

/** What a policy would do. */
export const PolicyPreviewCodec: t.Type<PolicyPreview, unknown, unknown> = t.type(
  {
    next: nullable(t.type({ on: LocalDate, reminders: t.readonlyArray(DueReminderCodec) })),
    days: t.readonlyArray(
      t.type({ on: LocalDate, messages: t.number, people: t.number, quiet: nullable(t.string) }),
    ),
    unreached: t.readonlyArray(NamedPartyCodec),
    reachesNobody: t.number,
    floods: t.readonlyArray(t.type({ id: t.string, name: t.string, messages: t.number })),
    warnings: t.readonlyArray(
      t.union([
        t.literal('nothing'),
        t.literal('flood'),
        t.literal('paused'),
        t.literal('nobody to ask'),
      ]),
    ),
  },
  'PolicyPreview',
);

const Message = t.type(
  {
    on: LocalDate,
    message: t.number,
    to: NamedPartyCodec,
    state: MessageState,
    items: t.readonlyArray(
      t.type({
        ...what,
        item: t.number,
        escalatedFrom: nullable(AskedInstead),
        settled: nullable(Settled),
        withdrawn: nullable(t.string),
        askedAgain: t.boolean,
      }),
    ),
    linksRevoked: t.boolean,
    linkAgain: nullable(LinkAgain),
  },
  'ReminderMessage',
);

/** What was asked on a plan, and what came of it. */
export const RemindersCodec: t.Type<RemindersAnswer, unknown, unknown> = t.type(
  {
    runs: t.readonlyArray(
      t.type({ on: LocalDate, ordinal: Ordinal, messages: t.readonlyArray(Message) }),
    ),
    days: t.number,
    isMore: t.boolean,
  },
  'Reminders',
);

const counts = {
  asked: t.number,
  inTime: t.number,
  late: t.number,
  never: t.number,
  open: t.number,
  medianDays: nullable(t.number),
};

const quarters = t.readonlyArray(t.type({ ...counts, from: LocalDate, to: LocalDate }));

/** Who answers in time what a plan's reminders ask of them. */
export const PunctualityCodec: t.Type<PunctualityAnswer, unknown, unknown> = t.type(
  {
    plan: PlanId,
    title: t.string,
    asOf: LocalDate,
    ordinal: Ordinal,
    all: t.type({ ...counts, quarters }),
    parties: t.readonlyArray(t.type({ ...counts, quarters, party: NamedPartyCodec })),
  },
  'Punctuality',
);
