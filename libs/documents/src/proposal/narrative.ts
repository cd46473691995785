import type { Origin } from './origin.ts';
import type { Under } from './under.ts';

/** A paragraph, or a table as it stood: rows of cells. */
export type NarrativePart =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'table'; rows: ReadonlyArray<ReadonlyArray<string>> }>;

/** A section of the document that is no field of anything, kept as it stands. */
export type ProposedNarrative = Readonly<{
  /** Made from its place and heading, so that the same section of the next version has the same. */
  id: string;
  heading?: string;
  under?: Under;
  parts: ReadonlyArray<NarrativePart>;
  from: Origin;
}>;
