import { type Block, wordsOf } from '../document/block.ts';
import type { Finding, FindingOf } from '../outline/finding.ts';
import type { NarrativePart, ProposedNarrative } from '../proposal/narrative.ts';
import type { Under } from '../proposal/under.ts';
import { groupBy, listFound } from './grouping.ts';
import { originOf } from './origin-of.ts';
import type { Subjects } from './subjects.ts';
import { slugOf, uniqueRefs } from './unique-refs.ts';

type NarrativeFound = FindingOf<'narrative'>;

/** Paragraphs under the same heading, of the same thing, are one section. */
const sectionKey = ({ heading, action, under }: NarrativeFound): string =>
  [
    heading?.block ?? '',
    action ?? '',
    under.priority ?? '',
    under.theme ?? '',
    under.enabler ?? '',
  ].join('|');

const rowsOf = (cells: ReadonlyArray<Block>): ReadonlyArray<ReadonlyArray<string>> =>
  [...groupBy(cells, ({ table }) => table?.row ?? 0).values()].map((row) =>
    [...groupBy(row, ({ table }) => table?.column ?? 0).values()].map((cell) =>
      cell.map(wordsOf).join('\n'),
    ),
  );

/** Neighbouring cells of one table are a table; everything else is text. */
const partsOf = (blocks: ReadonlyArray<Block>): ReadonlyArray<NarrativePart> => {
  const parts: Array<NarrativePart> = [];
  let cells: Array<Block> = [];
  const endTable = (): void => {
    if (cells.length > 0) parts.push({ kind: 'table', rows: rowsOf(cells) });
    cells = [];
  };
  for (const block of blocks) {
    if (
      block.table === undefined ||
      block.table.table !== (cells[0]?.table?.table ?? block.table.table)
    )
      endTable();
    if (block.table === undefined) parts.push({ kind: 'text', text: wordsOf(block) });
    else cells.push(block);
  }
  endTable();
  return parts;
};

const underOf = (found: NarrativeFound, subjects: Subjects): Under | undefined => {
  const action = found.action === undefined ? undefined : subjects.actions.get(found.action);
  const under = action === undefined ? found.under : { ...found.under, action };
  return Object.keys(under).length === 0 ? undefined : under;
};

const idOf = (under: Under | undefined, heading: string | undefined): string => {
  if (under?.action !== undefined) return `action-${slugOf(under.action)}`;
  const place =
    under?.enabler !== undefined
      ? `enabler-${under.enabler}`
      : under?.theme !== undefined
        ? `theme-${under.theme}`
        : under?.priority !== undefined
          ? `priority-${under.priority}`
          : '';
  return slugOf([place, heading ?? ''].join(' ')) || 'narrative';
};

/** The sections of narrative, and which section each of their blocks is in. */
export type NarrativeSections = Readonly<{
  narratives: ReadonlyArray<ProposedNarrative>;
  sectionOf: ReadonlyMap<number, string>;
}>;

/** Everything that is no field of anything, as sections that keep their tables. */
export const proposeNarratives = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): NarrativeSections => {
  const unique = uniqueRefs();
  const narratives: Array<ProposedNarrative> = [];
  const sectionOf = new Map<number, string>();
  for (const group of groupBy(listFound(findings, 'narrative'), sectionKey).values()) {
    const [first] = group;
    if (first === undefined) continue;
    const under = underOf(first, subjects);
    const heading = first.heading?.words;
    const id = unique(idOf(under, heading));
    for (const { block } of group) sectionOf.set(block.index, id);
    narratives.push({
      id,
      ...(heading === undefined ? {} : { heading }),
      ...(under === undefined ? {} : { under }),
      parts: partsOf(group.filter(({ isHeading }) => !isHeading).map(({ block }) => block)),
      from: originOf(first.block),
    });
  }
  return { narratives, sectionOf };
};
