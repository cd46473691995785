import { Count, field, JsonNumber, JsonString, LocalDate, memberField } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Rating } from '../rating.ts';
import { Timescale } from '../timescale.ts';
import { PartnershipId, PlanId, Ref, Subject, Text } from '../words.ts';
import { ColumnHead, ColumnMeaning } from './column-meaning.ts';
import { ReminderPolicy } from './reminder-policy.ts';

/** The plan itself, as a subject of its own stream. */
export const plan = 'plan';

export const planExists = field('exists', t.literal(true));
export const planTitle = field('title', Text);
export const planPartnership = field('partnership', PartnershipId);
export const planTimeZone = field('timeZone', JsonString);
export const planPeriod = field('period', Timescale);
export const planStatus = field('status', t.keyof({ open: null, closed: null }));
export const planSuccessor = field(
  'successor',
  t.type({ plan: PlanId, actions: t.readonlyArray(Ref) }),
);
export const ratingScale = field('ratingScale', t.readonlyArray(Rating));
/** How often an action is to be updated, in calendar months, where nothing is said of its rating. */
export const cadenceMonths = field('cadenceMonths', JsonNumber);
/** How often actions of a rating (or not rated) are to be updated, in calendar months; 0 is never. */
export const CadenceByRating = t.readonly(t.record(JsonString, Count), 'CadenceByRating');
export type CadenceByRating = t.TypeOf<typeof CadenceByRating>;
export const cadenceByRating = field('cadenceByRating', CadenceByRating);
export const reminderPolicy = field('reminderPolicy', ReminderPolicy);

export const importedDocument = memberField(
  'document',
  t.type({ name: JsonString, on: LocalDate, blocks: Count }),
);

/** A paragraph or a table of a narrative, kept as it stood. */
export const NarrativePart = t.union(
  [
    t.type({ kind: t.literal('text'), text: JsonString }),
    t.type({ kind: t.literal('table'), rows: t.readonlyArray(t.readonlyArray(JsonString)) }),
  ],
  'NarrativePart',
);
export type NarrativePart = t.TypeOf<typeof NarrativePart>;

/** A section of a plan's text that is no field of any item. */
export const Narrative = t.intersection(
  [
    t.type({ parts: t.readonlyArray(NarrativePart) }),
    t.partial({ heading: JsonString, under: Subject }),
  ],
  'Narrative',
);
export type Narrative = t.TypeOf<typeof Narrative>;

export const narrative = memberField('narrative', Narrative);

/** What somebody said that a column means: its head as a document had it then, and the meaning. */
export const ColumnChoice = t.type({ head: ColumnHead, meaning: ColumnMeaning }, 'ColumnChoice');
export type ColumnChoice = t.TypeOf<typeof ColumnChoice>;

/** What columns of the plan's documents mean, by their heads as `plainHead` gives them. */
export const columnMeaning = memberField('columnMeaning', ColumnChoice);

/** A term's meaning; "" where the document leaves it open. */
export const glossaryTerm = memberField('glossary', JsonString);
