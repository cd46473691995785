import { Document, Packer } from 'docx';
import { partsOf, textOf, within } from '../../package/package-parts.ts';
import { styleNames, styleSheet } from '../style-sheet.ts';
import { ownStyles, type WordStyles } from '../word-look.ts';

type Style = Readonly<{ id: string; name: string; type: string; xml: string; isUsual: boolean }>;

const valueOf = (xml: string, element: string): string =>
  new RegExp(`<w:${element}\\b[^>]*\\bw:val="([^"]*)"`, 'u').exec(xml)?.[1] ?? '';

const attributeOf = (tag: string, name: string): string =>
  new RegExp(`\\bw:${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';

const stylesIn = (xml: string): ReadonlyArray<Style> =>
  [...xml.matchAll(/(<w:style\b[^>]*>)[\s\S]*?<\/w:style>/gu)].map(([style, tag = '']) => ({
    id: attributeOf(tag, 'styleId'),
    name: valueOf(style, 'name').toLowerCase(),
    type: attributeOf(tag, 'type'),
    xml: style,
    isUsual: ['1', 'true', 'on'].includes(attributeOf(tag, 'default')),
  }));

/** A paper's styles by the names that Word has for them in every language; of several the first that is there. */
const wanted: Readonly<Record<Exclude<keyof WordStyles, 'table'>, ReadonlyArray<string>>> = {
  title: ['title'],
  subtitle: ['subtitle'],
  heading1: ['heading 1'],
  heading2: ['heading 2'],
  heading3: ['heading 3'],
  standing: [styleNames.standing],
  bullet: [styleNames.bullet, 'list bullet'],
  cell: [styleNames.cell],
  columnHead: [styleNames.columnHead],
};

/** What the paper's own styles are, as a document has them. */
const ownDefinitions = async (): Promise<ReadonlyMap<string, Style>> => {
  const file = await Packer.toBuffer(
    new Document({ styles: styleSheet, sections: [{ children: [] }] }),
  );
  const own = stylesIn(textOf(await partsOf(file), 'word/styles.xml'));
  return new Map(own.map((style) => [style.id, style]));
};

/** A style that a template lacks takes its letters and its colour from the template's usual one. */
const fitted = (xml: string, usual: string | undefined): string =>
  xml
    .replace(/<w:(?:rFonts|color)\b[^>]*\/>/gu, '')
    .replace(/<w:(basedOn|next) w:val="Normal"\/>/gu, (_, element: string) =>
      usual === undefined ? '' : `<w:${element} w:val="${usual}"/>`,
    );

/** The styles that a paper in a template uses, and the template's styles with those that it lacked. */
export type TemplateStyles = Readonly<{ styles: WordStyles; sheet: string }>;

/**
 * Finds a paper's styles among those of a template, and adds the ones that it has not.
 * @param sheet the template's `word/styles.xml`
 */
export const templateStyles = async (sheet: string): Promise<TemplateStyles> => {
  const there = stylesIn(sheet);
  const own = await ownDefinitions();
  const usual = there.find(({ type, isUsual }) => type === 'paragraph' && isUsual)?.id;
  const added: Array<string> = [];
  const idOf = (part: Exclude<keyof WordStyles, 'table'>): string => {
    const found = wanted[part]
      .map((name) =>
        there.find((one) => one.type === 'paragraph' && one.name === name.toLowerCase()),
      )
      .find((one) => one !== undefined);
    if (found !== undefined) return found.id;
    const id = ownStyles[part];
    const definition = own.get(id);
    if (definition !== undefined && !there.some((one) => one.id === id))
      added.push(fitted(definition.xml, usual));
    return id;
  };
  const styles: WordStyles = {
    title: idOf('title'),
    subtitle: idOf('subtitle'),
    heading1: idOf('heading1'),
    heading2: idOf('heading2'),
    heading3: idOf('heading3'),
    standing: idOf('standing'),
    bullet: idOf('bullet'),
    cell: idOf('cell'),
    columnHead: idOf('columnHead'),
    table:
      there.find(({ type, name }) => type === 'table' && name === styleNames.table.toLowerCase())
        ?.id ?? null,
  };
  return { styles, sheet: within(sheet, 'w:styles', added.join('')) };
};
