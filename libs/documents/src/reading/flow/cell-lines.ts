import type { Aside, Flow, FlowLine, FlowNote } from './flow.ts';

/** A line of a cell, with the marker that stands before it. */
export type CellLine = Readonly<{ line: FlowLine; marker: string | undefined }>;

const nothing: FlowLine = { text: '', asides: [] };

/**
 * The lines of a cell: of its paragraphs those with words or a number, and one without where there are none. What
 * stands by itself goes with the first.
 */
export const cellLines = (content: ReadonlyArray<Flow>): ReadonlyArray<CellLine> => {
  const asides: Array<Aside> = [];
  const notes: Array<FlowNote> = [];
  const lines = content.flatMap((part): ReadonlyArray<CellLine> => {
    if (part.flow === 'aside') asides.push(part.aside);
    if (part.flow !== 'paragraph') return [];
    const told = part.lines.filter(({ text }) => text !== '');
    for (const line of part.lines) {
      if (line.text !== '') continue;
      asides.push(...line.asides);
      notes.push(...(line.notes ?? []));
    }
    const numbered = told.length === 0 && part.marker !== undefined ? [nothing] : told;
    return numbered.map((line, at) => ({ line, marker: at === 0 ? part.marker : undefined }));
  });
  const [{ line, marker } = { line: nothing, marker: undefined }, ...more] = lines;
  const first = {
    ...line,
    asides: [...line.asides, ...asides],
    notes: [...(line.notes ?? []), ...notes],
  };
  return [{ line: first, marker }, ...more];
};
