import type { Element, Sheet } from './sheet.ts';

/** Facts of a structure element that pdfkit writes and its types do not know. */
export type ElementFacts = Readonly<{
  title?: string;
  alt?: string;
  actual?: string;
  scope?: 'Column' | 'Row';
  placement?: 'Block' | 'Inline';
  /** Left, top, right, bottom on the page that is open. */
  bbox?: readonly [number, number, number, number];
}>;

/** A structure element under another, in reading order. */
export const childOf = (
  sheet: Sheet,
  parent: Element,
  type: string,
  facts: ElementFacts = {},
): Element => {
  const child = sheet.doc.struct(type, facts);
  parent.add(child);
  return child;
};

/** Draws what belongs to an element, on the page that is open. */
export const marked = (element: Element, draw: () => void): void => {
  element.add(() => {
    draw();
  });
};

/** Draws what is no part of what the document says: rules, fills, a repeated header row, page numbers. */
export const asArtifact = (
  { doc }: Sheet,
  type: 'Pagination' | 'Layout',
  draw: () => void,
): void => {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
};
