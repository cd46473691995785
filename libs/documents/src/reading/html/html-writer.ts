import type { Flow } from '../flow/flow.ts';
import { type LineCollector, lineCollector } from '../flow/line-collector.ts';
import type { StyleRules } from './css/style-rules.ts';
import type { ListMarkers } from './list-marker-of.ts';

/** What holds for everything inside an element. Colours as "#FFC000". */
export type Context = Readonly<{
  name: string;
  rules: StyleRules;
  highlight?: string | undefined;
  ink?: string | undefined;
  /** In <pre>, where line breaks of the source are seen. */
  pre: boolean;
  /** Of the heading that it stands in. */
  level?: number | undefined;
  markers?: ListMarkers | undefined;
  /** How many there are of what is only counted, by what it is called. */
  counts: Map<string, number>;
}>;

/** What is written of a page, or of one cell of it. */
export type HtmlWriter = {
  readonly flow: Array<Flow>;
  readonly lines: LineCollector;
  /** Of the list item that begins: the next words take it. */
  marker: string | undefined;
};

export const htmlWriter = (): HtmlWriter => ({
  flow: [],
  lines: lineCollector(),
  marker: undefined,
});

/** Ends the paragraph, heading or list item that words were gathered for. */
export const endParagraph = (writer: HtmlWriter, { level }: Context): void => {
  const lines = writer.lines.take();
  if (lines.length === 0) return;
  const hasWords = lines.some(({ text }) => text !== '');
  const marker = hasWords ? writer.marker : undefined;
  if (hasWords) writer.marker = undefined;
  writer.flow.push({
    flow: 'paragraph',
    kind: level !== undefined ? 'heading' : marker === undefined ? 'paragraph' : 'list item',
    lines,
    ...(marker === undefined ? {} : { marker }),
    ...(level === undefined ? {} : { level }),
  });
};

/** A number that no words follow: in a cell it is all that the cell shows. */
export const endItem = (writer: HtmlWriter, context: Context): void => {
  endParagraph(writer, context);
  if (writer.marker !== undefined) {
    writer.flow.push({ flow: 'paragraph', kind: 'list item', lines: [], marker: writer.marker });
  }
  writer.marker = undefined;
};
