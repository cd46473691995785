import { cellGrid } from '../flow/cell-grid.ts';
import type { Aside, Flow, FlowCell, FlowRow } from '../flow/flow.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { hiddenAsides } from './asides-of-html.ts';
import { overlaid } from './overlaid.ts';
import { isGoogleHead, withoutGoogleHeads } from './sheets-of-google.ts';
import type { Context } from './html-writer.ts';
import { type Style, styleOf } from './style-of.ts';

/** Reads what stands in a cell or a caption. */
export type ContentOf = (element: XmlElement, context: Context) => ReadonlyArray<Flow>;

const sections: ReadonlyMap<string, number> = new Map([
  ['thead', 0],
  ['tbody', 0],
  ['tfoot', 1],
]);

const spanIn = (element: XmlElement, name: string): number => {
  const written = /^\s*(\d{1,6})/u.exec(element.attributes[name] ?? '')?.[1];
  return written === undefined ? 1 : Number(written);
};

type Reading = Readonly<{
  context: Context;
  contentOf: ContentOf;
  rows: Array<FlowRow>;
  besides: Array<Aside>;
}>;

const isCell = ({ name }: XmlElement): boolean => name === 'td' || name === 'th';

/** What a reader sees behind a cell: its own colour, or that of its row, its rows, its table. */
const behind = (...styles: ReadonlyArray<Style>): string | undefined =>
  styles.reduceRight<string | undefined>(
    (beneath, { background }) => overlaid(background, beneath),
    undefined,
  );

/** The children that are seen; of the others it is said what they hold. */
const seenIn = (
  { context, besides }: Reading,
  children: ReadonlyArray<XmlElement>,
): ReadonlyArray<readonly [XmlElement, Style]> =>
  children.flatMap((child) => {
    const style = styleOf(child, context.rules);
    if (!style.hidden) return [[child, style] as const];
    besides.push(...hiddenAsides(child));
    return [];
  });

/** The rows of one section: a cell that spans rows ends with it. */
const readSection = (reading: Reading, section: XmlElement, styles: ReadonlyArray<Style>): void => {
  const { context, contentOf, rows } = reading;
  const grid = cellGrid(context.name);
  const ownRows = seenIn(
    reading,
    elementsOf(section).filter((row) => row.name === 'tr' && !isGoogleHead(row)),
  );
  for (const [at, [row, rowStyle]] of ownRows.entries()) {
    grid.nextRow();
    const left = ownRows.length - at;
    const cells = seenIn(reading, withoutGoogleHeads(row).filter(isCell)).map(
      ([cell, style]): FlowCell => {
        const columns = Math.min(Math.max(1, spanIn(cell, 'colspan')), 1000);
        const spanned = spanIn(cell, 'rowspan');
        const down = Math.min(spanned === 0 ? left : spanned, left);
        const hex = behind(style, rowStyle, ...styles);
        const inside = { ...context, ink: style.ink ?? rowStyle.ink ?? context.ink };
        return {
          column: grid.place(columns, down),
          columns,
          rows: down,
          content: contentOf(cell, inside),
          ...(hex === undefined ? {} : { fill: { hex, by: 'cell' } }),
        };
      },
    );
    rows.push({ row: rows.length + 1, cells });
    if (rows.length > limits.rows) {
      const seen = rows.length;
      const { name } = context;
      refuse({
        _tag: 'OverLimit',
        name,
        part: 'a table',
        what: 'rows',
        seen,
        limit: limits.rows,
      });
    }
  }
};

/** A table, after its caption, with what is hidden in it said beside. */
export const tableOfHtml = (
  table: XmlElement,
  style: Style,
  context: Context,
  contentOf: ContentOf,
): ReadonlyArray<Flow> => {
  const inside: Context = {
    ...context,
    highlight: undefined,
    level: undefined,
    markers: undefined,
    pre: false,
    ink: style.ink ?? context.ink,
  };
  const reading: Reading = { context: inside, contentOf, rows: [], besides: [] };
  const children = seenIn(reading, elementsOf(table));
  const bodies = children
    .filter(([{ name }]) => sections.has(name))
    .toSorted(([a], [b]) => (sections.get(a.name) ?? 0) - (sections.get(b.name) ?? 0));
  for (const [section, sectionStyle] of bodies) {
    readSection(reading, section, [sectionStyle, style]);
  }
  return [
    ...children
      .filter(([{ name }]) => name === 'caption')
      .flatMap(([caption]) => contentOf(caption, inside)),
    { flow: 'table', rows: reading.rows },
    ...reading.besides.map((aside): Flow => ({ flow: 'aside', aside })),
  ];
};
