import type { Colour } from '../../document/colour.ts';
import type { Value } from '../excel/cell.ts';
import type { Aside, FlowLine } from '../flow/flow.ts';
import { isNeutral } from '../flow/is-neutral.ts';
import { lineCollector } from '../flow/line-collector.ts';
import { plainWords } from '../flow/plain-words.ts';
import { childrenNamed, elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { cellColour, lookOf } from './colours.ts';
import { dateValueInWords } from './date-value.ts';
import { readDrawn } from './read-drawn.ts';
import { readInline } from './read-inline.ts';
import type { At, Story } from './story.ts';

/** A cell of a sheet: its lines as it shows them, with what stands beside them. */
export type SheetCell = Readonly<{
  lines: ReadonlyArray<string>;
  asides: ReadonlyArray<Aside>;
  value: Value;
  fill: Colour | undefined;
}>;

type Said = Readonly<{ words?: string; value: Value; doubt?: string }>;

const numberIn = (written: string | undefined): number | undefined => {
  const number = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
  return Number.isFinite(number) ? number : undefined;
};

/** What a cell's value is, where its words are not it: dates are told in full, errors are none. */
const saidBy = (
  { attributes }: XmlElement,
  shown: string,
  style: string | undefined,
  { styles }: Story,
): Said => {
  const type = attributes['office:value-type'];
  if (attributes['calcext:value-type'] === 'error')
    return { value: null, doubt: `The cell holds the error ${plainWords(shown)} and no value.` };
  if (type === 'date') {
    const dataStyle = styles.property('table-cell', style, undefined, 'style:data-style-name');
    const date = attributes['office:date-value'] ?? '';
    const words = dateValueInWords(date, styles, dataStyle);
    return { value: shown, ...(words === undefined ? {} : { words }) };
  }
  if (type === 'boolean') {
    const isTrue = attributes['office:boolean-value'] === 'true';
    return { value: isTrue, ...(shown === '' ? { words: isTrue ? 'TRUE' : 'FALSE' } : {}) };
  }
  const number = numberIn(attributes['office:value']);
  if (number !== undefined)
    return { value: number, ...(shown === '' ? { words: String(number) } : {}) };
  const text = attributes['office:string-value'];
  if (shown === '' && text !== undefined) return { value: text, words: text };
  return { value: shown === '' ? undefined : shown };
};

/** Words in a line of their own in place of those that the cell shows. */
const inPlaceOf = (lines: ReadonlyArray<FlowLine>, words: string): ReadonlyArray<FlowLine> => [
  { asides: [], ...lines[0], text: plainWords(words) },
];

/** The colour of the cell; or of its words, where they are marked or the cell is of a grey that says nothing. */
const fillOf = (cell: string | undefined, lines: ReadonlyArray<FlowLine>): Colour | undefined => {
  const [first] = lines.filter(({ text }) => text !== '').map(({ fill }) => fill);
  const isWorded =
    cell === undefined || (first !== undefined && (first.by === 'highlight' || isNeutral(cell)));
  return isWorded ? first : { hex: cell, by: 'cell' };
};

const boxAside = (box: XmlElement): Aside => {
  const isWorded = childrenNamed(box, 'text:p').length > 0;
  const what = isWorded ? 'Words in a drawn shape are' : 'A drawn shape is';
  return { kind: 'not read', words: `${what} not read.` };
};

/** One list for all cells that have nothing: a sheet may have half a million of them. */
const none: ReadonlyArray<never> = [];

/**
 * Reads a cell of a sheet.
 * @param style the name of its style, its own or that of its row or column
 */
export const readSheetCell = (
  cell: XmlElement,
  style: string | undefined,
  story: Story,
): SheetCell => {
  const look = { ...lookOf(story.styles, 'table-cell', style), highlight: undefined };
  const at: At = {
    story,
    lines: lineCollector(),
    look,
    isLink: false,
    boxes: [],
    noteOf: () => ({ is: 'footnote', mark: '', content: [] }),
  };
  for (const child of elementsOf(cell)) {
    if (child.name === 'text:p') {
      readInline(child, at);
      at.lines.lineBreak();
    } else if (child.name.startsWith('draw:')) readDrawn(child, at);
    else if (child.name === 'office:annotation')
      readInline({ name: '', attributes: {}, children: [child] }, at);
  }
  const all = at.lines.take();
  const shown = all.map(({ text }) => text).filter((text) => text !== '');
  const said = saidBy(cell, shown.join('\n'), style, story);
  const lines = said.words === undefined ? all : inPlaceOf(all, said.words);
  const fill = fillOf(cellColour(story.styles, ['table-cell', style]), lines);
  const asides = [
    ...all.flatMap((line) => line.asides),
    ...(said.doubt === undefined ? [] : [{ kind: 'doubtful' as const, words: said.doubt }]),
    ...at.boxes.map(boxAside),
  ];
  const words = lines.flatMap(({ text }) => (text === '' ? [] : [text]));
  return {
    lines: words.length === 0 ? none : words,
    asides: asides.length === 0 ? none : asides,
    value: said.value,
    fill,
  };
};
