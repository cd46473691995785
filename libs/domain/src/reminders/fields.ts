import {
  Count,
  EventId,
  field,
  Instant,
  JsonString,
  LocalDate,
  memberField,
  Ordinal,
} from '@trackrecord/kernel';
import * as t from 'io-ts';
import { PartyId, PlanId } from '../words.ts';
import { Debt } from './debt.ts';

/** A day's run of a plan's reminders as a subject of its own stream. */
export const run = 'run';

/** A message of a run, from 1. */
export const messageSubject = (message: number): string => `message:${message}`;

/** Who is asked: who owns it, who helps with it, the plan's manager, its sponsor. */
export const Level = t.keyof({ owner: null, support: null, manager: null, sponsor: null }, 'Level');
export type Level = t.TypeOf<typeof Level>;

/** Why somebody is asked for what is not theirs. */
export const Because = t.keyof(
  { 'nobody owns it': null, 'no address': null, 'not answered': null },
  'Because',
);
export type Because = t.TypeOf<typeof Because>;

/** One thing that a message asks for. */
export const AskedItem = t.intersection(
  [
    t.type({ debt: Debt, dueOn: LocalDate, level: Level }),
    t.partial({ insteadOf: t.readonlyArray(PartyId), because: Because }),
  ],
  'AskedItem',
);
export type AskedItem = t.TypeOf<typeof AskedItem>;

/** That something was asked of somebody: when first and last, how often, and where the last message stands. */
export const Asked = t.intersection(
  [
    Debt,
    t.type({
      to: PartyId,
      level: Level,
      first: LocalDate,
      last: LocalDate,
      times: Count,
      /** What the last run that asked for it knew. */
      ordinal: Ordinal,
      run: LocalDate,
      message: Count,
      item: Count,
    }),
  ],
  'Asked',
);
export type Asked = t.TypeOf<typeof Asked>;

/** Whose address took nothing: the one that they had at that ordinal. */
export const Unreachable = t.type({ party: PartyId, ordinal: Ordinal }, 'Unreachable');
export type Unreachable = t.TypeOf<typeof Unreachable>;

export const RunOfPlan = t.type({ plan: PlanId, on: LocalDate, ordinal: Ordinal }, 'RunOfPlan');
export type RunOfPlan = t.TypeOf<typeof RunOfPlan>;
/** Which plan was asked about on which day, and at which ordinal of the log. */
export const runOfPlan = field('run', RunOfPlan);
/** What was asked on earlier days and is still owed: a run needs no other run than the one before it. */
export const askedBefore = field('askedBefore', t.readonlyArray(Asked));
export const unreachable = field('unreachable', t.readonlyArray(Unreachable));

/** The link that a message holds again, for whoever asked for it: the item of an earlier message. */
export const LinkAgain = t.type({ message: Count, item: Count }, 'LinkAgain');
export type LinkAgain = t.TypeOf<typeof LinkAgain>;

export const messageTo = field('to', PartyId);
export const messageItems = field('items', t.readonlyArray(AskedItem));
export const messageLinkAgain = field('linkAgain', LinkAgain);

const attempt = { attempt: Count };
const failed = { ...attempt, why: JsonString };

/** What became of a message so far. Its attempts are counted from 1. */
export const MessageState = t.union(
  [
    t.type({ is: t.literal('due'), attempt: Count }),
    /** Recorded before it leaves: who finds it so later does not know what became of it. */
    t.type({ is: t.literal('sending'), ...attempt, since: Instant }),
    t.type({ is: t.literal('sent'), ...attempt, messageId: JsonString, at: Instant }),
    t.type({ is: t.literal('deferred'), ...failed, until: Instant }),
    t.type({ is: t.literal('failed'), ...failed }),
    t.type({ is: t.literal('bounced'), ...failed }),
    t.type({ is: t.literal('unknown'), ...failed }),
    t.type({ is: t.literal('withdrawn'), why: JsonString }),
  ],
  'MessageState',
);
export type MessageState = t.TypeOf<typeof MessageState>;
export const messageState = field('state', MessageState);

/** What settled a thing that was asked for: an update, by its event, or that it is owed no longer. */
export const Settled = t.union(
  [
    t.type({ is: t.literal('answered'), by: EventId, on: LocalDate, byLink: t.boolean }),
    t.type({ is: t.literal('owed no longer'), why: JsonString, on: LocalDate }),
  ],
  'Settled',
);
export type Settled = t.TypeOf<typeof Settled>;
/** One an item, by its number from 1. */
export const settledItem = memberField('settled', Settled);
/** Items that were taken out before the message left. */
export const withdrawnItem = memberField('withdrawn', JsonString);
/** To whom it has gone up, one an item. */
export const escalatedItem = memberField('escalated', Level);
export const linksRevoked = field('linksRevoked', t.literal(true));
