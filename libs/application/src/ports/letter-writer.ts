import type { Because } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';

/** Why somebody is asked about something that is not theirs: its owner did not answer, or cannot be reached. */
export type EscalatedFrom = Readonly<{
  /** By name; empty where nobody owns it. */
  names: ReadonlyArray<string>;
  because: Because;
}>;

/** One thing that is owed, as a message tells it. */
export type DigestItem = Readonly<{
  /** "Action 27", "Target 2.3a": what it is called in its plan. */
  name: string;
  /** The action's ref; `null` for what is no action. */
  action: string | null;
  title: string;
  /** Why, in words: "An update was due on 1 March 2026", "Not rated so far". */
  reasons: ReadonlyArray<string>;
  rating: string | null;
  dueOn: LocalDate;
  /** Negative before the due date. */
  daysOverdue: number;
  /** The last that was said of it. */
  lastWords: Readonly<{ text: string; on: LocalDate; by: string | null }> | null;
  /** Where to answer without an account; `null` where only an account can. */
  answerAt: string | null;
  escalatedFrom: EscalatedFrom | null;
}>;

/** All that one message asks of one person about one plan. */
export type Digest = Readonly<{
  plan: string;
  to: Readonly<{ name: string; isOrganisation: boolean }>;
  on: LocalDate;
  items: ReadonlyArray<DigestItem>;
  /** The plan's manager, to whom questions go; `null` where none is known. */
  manager: Readonly<{ name: string; address: string | null }> | null;
  /** Until when the links in it can be used. */
  linksEndOn: LocalDate;
  /** Where the plan stands for whoever has an account. */
  planAt: string;
  stopAt: string | null;
  /** A link that somebody asked for again: the message says so, and holds that one item. */
  isNewLink: boolean;
}>;

/** How a digest reads: its subject, as plain text, and as HTML. */
export type LetterWriter = (
  digest: Digest,
) => Readonly<{ subject: string; text: string; html: string }>;
