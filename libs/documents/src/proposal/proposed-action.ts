import type { CrossReference } from './cross-reference.ts';
import type { Origin } from './origin.ts';
import type { ProposedOwner } from './party.ts';
import type { Rating } from './rating.ts';
import type { Timescale } from './timescale.ts';
import type { Under } from './under.ts';

/** Words that ask for news: of the parties that they name, or of nobody. */
export type ProposedRequest = Readonly<{
  parties: ReadonlyArray<string>;
  words: string;
  from: Origin;
}>;

export type ProposedNote = Readonly<{ text: string; from: Origin }>;

export type ProposedAction = Readonly<{
  /** Unique in its plan: its number, or where the document restarts numbers or uses bullets, "2(i).4". */
  ref: string;
  /** As printed; absent for a bullet. */
  number?: string;
  /** As written: "Action 12.", "12)", "·". */
  label: string;
  /** The paragraphs of the title, one a line. */
  title: string;
  under: Under & Readonly<{ results: ReadonlyArray<string> }>;
  /** Absent: not rated. */
  rating?: Rating;
  ratingAsWritten?: string;
  ratingFrom?: Origin;
  owners: ReadonlyArray<ProposedOwner>;
  timescale?: Timescale;
  timescaleFrom?: Origin;
  notes: ReadonlyArray<ProposedNote>;
  requests: ReadonlyArray<ProposedRequest>;
  crossReferences: ReadonlyArray<CrossReference & Readonly<{ from: Origin }>>;
  /** Numbers of an older plan that stand inside the title. */
  knownAs: ReadonlyArray<string>;
  from: Origin;
}>;
