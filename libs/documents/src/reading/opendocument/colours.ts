import type { Look } from '../flow/line-collector.ts';
import type { Family, StyleSheet } from './style-sheet.ts';

/** A colour as OpenDocument writes it: "#FFC000"; "transparent"; `undefined` where it is automatic or none. */
export const hexIn = (written: string | undefined): string | undefined => {
  if (written === 'transparent') return written;
  return written !== undefined && /^#[0-9a-f]{6}$/iu.test(written)
    ? written.toUpperCase()
    : undefined;
};

/** A background that is seen: neither white nor nothing. */
export const seenOf = (hex: string | undefined): string | undefined =>
  hex === 'transparent' || hex === '#FFFFFF' ? undefined : hex;

const text = 'style:text-properties';

const over = (own: string | undefined, inherited: string | undefined): string | undefined =>
  own === undefined || own === 'transparent' ? inherited : seenOf(own);

/** Black on the page, white on a colour and the program's own choice are what words look like anyway. */
const inkOf = (styles: StyleSheet, family: Family, name: string | undefined, outer?: string) => {
  if (styles.property(family, name, text, 'style:use-window-font-color') === 'true')
    return undefined;
  const own = hexIn(styles.property(family, name, text, 'fo:color'));
  if (own === undefined) return outer;
  return own === '#000000' || own === '#FFFFFF' ? undefined : own;
};

/** How words look: their colours, and the name of their font, since some draw signs where others have letters. */
export type WordsLook = Look & Readonly<{ font?: string | undefined }>;

/** LibreOffice counts fonts of one name that it knows in several ways: "Wingdings1". */
const fontOf = (named: string | undefined): string | undefined =>
  named?.replace(/(?<=[a-z])\d+$/u, '');

/** How the words of a style look inside words that look so already. */
export const lookOf = (
  styles: StyleSheet,
  family: 'paragraph' | 'text' | 'table-cell',
  name: string | undefined,
  outer: WordsLook = {},
): WordsLook => {
  const ofParagraph =
    family === 'paragraph'
      ? hexIn(styles.property(family, name, 'style:paragraph-properties', 'fo:background-color'))
      : undefined;
  const ofWords = hexIn(styles.property(family, name, text, 'fo:background-color'));
  return {
    highlight: over(ofWords, over(ofParagraph, outer.highlight)),
    ink: inkOf(styles, family, name, outer.ink),
    font: fontOf(styles.property(family, name, text, 'style:font-name')) ?? outer.font,
  };
};

export const isHidden = (styles: StyleSheet, family: Family, name: string | undefined): boolean =>
  styles.property(family, name, text, 'text:display') === 'none';

export const isStruck = (styles: StyleSheet, family: Family, name: string | undefined): boolean => {
  const line = styles.property(family, name, text, 'style:text-line-through-style');
  return line !== undefined && line !== 'none';
};

const groups: Readonly<Partial<Record<Family, string>>> = {
  table: 'style:table-properties',
  'table-row': 'style:table-row-properties',
  'table-cell': 'style:table-cell-properties',
};

/** What is behind a cell: its own colour, or that of its row or its table, each by the name of its style. */
export const cellColour = (
  styles: StyleSheet,
  ...named: ReadonlyArray<readonly [Family, string | undefined]>
): string | undefined => {
  for (const [family, name] of named) {
    const hex = hexIn(styles.property(family, name, groups[family], 'fo:background-color'));
    if (hex !== undefined && hex !== 'transparent') return seenOf(hex);
  }
  return undefined;
};
