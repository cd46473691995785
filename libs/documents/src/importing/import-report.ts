import type { Reconciled } from '@trackrecord/application/ports';
import type { ColumnMeaning } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { dateInWords } from '@trackrecord/read-models';
import { countFound, type Found } from '../count-found.ts';
import type { Document } from '../document/document.ts';
import type { SampleRows } from '../proposal/column.ts';
import { placed } from '../proposal/placed.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';

/** What an import says of itself: what became of every block, what was found, what changed, what is uncertain. */
export type ImportReport = Readonly<{
  plan: string;
  document: Readonly<{ name: string; sha256: string; blocks: number }>;
  effectiveOn: LocalDate;
  /** Of a copy of the plan that came back: what it was made from. `null`: all that the document says counts. */
  copyOf: Readonly<{ asOf: LocalDate; ordinal: Ordinal }> | null;
  accounted: Readonly<{ fields: number; narrative: number; unaccounted: number }>;
  found: Found;
  /** How many events it made, or would make. */
  events: number;
  /** How many registers it said again. */
  confirmed: number;
  changes: Readonly<Record<string, number>>;
  takesBack: Reconciled['takesBack'];
  clashes: Reconciled['clashes'];
  /** What the file holds besides what was read into blocks. */
  remarks: Document['remarks'];
  /** Columns of which nobody knows what they mean. */
  columns: ReadonlyArray<AskedColumn>;
  warnings: ReadonlyArray<Warning>;
  committed: boolean;
  ordinal: number | null;
  /** What a question on any node can wait for; `null` for a preview. */
  token: string | null;
}>;

/** A column to say the meaning of: where its head is, what may be meant, and three rows to tell it by. */
export type AskedColumn = Readonly<{
  block: number;
  line: number;
  /** For people, where the file has no lines: "table 2, row 1, column 3". */
  place?: string;
  head: string;
  guess: ColumnMeaning;
  samples: SampleRows;
}>;

/** What an import did, or would do, as the application tells it. */
type Imported = Readonly<{
  events: ReadonlyArray<unknown>;
  reconciled: Reconciled;
  ordinal: number | null;
  token: string | null;
}>;

type Reported = Readonly<{
  plan: string;
  document: Document;
  proposal: ProposedPlan;
  imported: Imported;
  effectiveOn: LocalDate;
  copyOf?: Readonly<{ asOf: LocalDate; ordinal: Ordinal }> | undefined;
  committed: boolean;
}>;

/** Every block is a field of something or narrative; one that is neither is unaccounted. */
const accountedIn = (
  { blocks }: Document,
  { accounts }: ProposedPlan,
): ImportReport['accounted'] => {
  const fields = new Set(accounts.filter((one) => one.as === 'field').map(({ block }) => block));
  const narrative = new Set(
    accounts.filter((one) => one.as === 'narrative').map(({ block }) => block),
  );
  const count = (matches: (block: number) => boolean) =>
    blocks.filter(({ index }) => matches(index)).length;
  return {
    fields: count((block) => fields.has(block)),
    narrative: count((block) => narrative.has(block) && !fields.has(block)),
    unaccounted: count((block) => !fields.has(block) && !narrative.has(block)),
  };
};

/** A plan that has ended owes nothing but its closing: an import for a date after it is hardly meant. */
const outsidePeriod = (
  { period }: ProposedPlan,
  effectiveOn: LocalDate,
): ReadonlyArray<Warning> => {
  const { earliest, latest } = period ?? {};
  const outside =
    (latest !== undefined && effectiveOn > latest) ||
    (earliest !== undefined && effectiveOn < earliest);
  return outside && period !== undefined
    ? [
        {
          block: 1,
          line: 1,
          text: period.asWritten,
          message: `the import's date ${dateInWords(effectiveOn)} lies outside of the plan's period: say which date the document speaks of`,
        },
      ]
    : [];
};

const askedIn = ({ columns }: ProposedPlan): ReadonlyArray<AskedColumn> =>
  columns
    .filter(({ state }) => state === 'asked')
    .map(({ from: { block, line, ...from }, head, meaning, samples }) => ({
      block,
      line,
      ...placed(from),
      head,
      guess: meaning,
      samples,
    }));

/** Tells what became of a document. */
export const importReport = ({
  plan,
  document,
  proposal,
  imported: { events, reconciled, ordinal, token },
  effectiveOn,
  copyOf,
  committed,
}: Reported): ImportReport => ({
  plan,
  document: { name: document.name, sha256: document.sha256, blocks: document.blocks.length },
  effectiveOn,
  copyOf: copyOf === undefined ? null : { asOf: copyOf.asOf, ordinal: copyOf.ordinal },
  accounted: accountedIn(document, proposal),
  found: countFound(proposal),
  events: events.length,
  confirmed: reconciled.confirmed.reduce((sum, { registers }) => sum + registers.length, 0),
  changes: reconciled.changes,
  takesBack: reconciled.takesBack,
  clashes: reconciled.clashes,
  remarks: document.remarks,
  columns: askedIn(proposal),
  warnings: [...outsidePeriod(proposal, effectiveOn), ...proposal.warnings, ...reconciled.warnings],
  committed,
  ordinal,
  token,
});
