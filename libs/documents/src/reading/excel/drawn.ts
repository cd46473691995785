import type { Package } from '../package/open-package.ts';
import type { Relationship } from '../package/relationships.ts';
import { walkXml } from '../xml/parse-xml.ts';

/** What is drawn over the cells of a sheet, by the names that it has. */
export type Drawn = Readonly<{
  pictures: ReadonlyArray<string>;
  charts: ReadonlyArray<string>;
  shapes: ReadonlyArray<string>;
  /** Words that stand in shapes. */
  words: ReadonlyArray<string>;
}>;

type Kind = 'pictures' | 'charts' | 'shapes';

/** The namespace of drawings on a sheet is not among the standards' prefixes: its names have none here. */
const kinds: ReadonlyMap<string, Kind> = new Map([
  ['pic', 'pictures'],
  ['graphicFrame', 'charts'],
  ['sp', 'shapes'],
  ['cxnSp', 'shapes'],
]);

type Growing = Record<Kind | 'words', Array<string>>;

const nameIn = (attributes: Readonly<Record<string, string>>): string =>
  (attributes['descr'] ?? '') === '' ? (attributes['name'] ?? '') : (attributes['descr'] ?? '');

const readDrawing = async (
  name: string,
  file: Package,
  part: string,
  found: Growing,
): Promise<void> => {
  let inside: Kind | undefined;
  let fallbacks = 0;
  let words: string | undefined;
  walkXml({ name, part }, await file.read(part), {
    open: (element, attributes) => {
      if (element === 'mc:Fallback') fallbacks += 1;
      if (fallbacks > 0) return;
      const kind = kinds.get(element);
      if (kind !== undefined) {
        inside = kind;
        if (kind === 'shapes') words = '';
      } else if (element === 'cNvPr' && inside !== undefined) {
        found[inside].push(nameIn(attributes));
        inside = undefined;
      } else if (element === 'a:p' && words !== undefined) words += ' ';
    },
    text: (more) => {
      if (words !== undefined && fallbacks === 0) words += more;
    },
    close: (element) => {
      if (element === 'mc:Fallback') fallbacks -= 1;
      if (element !== 'sp') return;
      const told = words?.replace(/\s+/gu, ' ').trim() ?? '';
      if (told !== '') found.words.push(told);
      words = undefined;
    },
  });
};

/**
 * Reads what is drawn on a sheet, so that it can be told as not read.
 * @param relationships of the sheet's part
 */
export const drawnOn = async (
  name: string,
  file: Package,
  relationships: ReadonlyArray<Relationship>,
): Promise<Drawn> => {
  const found: Growing = { pictures: [], charts: [], shapes: [], words: [] };
  for (const { kind, target, isExternal } of relationships)
    if (kind === 'drawing' && !isExternal) await readDrawing(name, file, target, found);
  // A picture behind the cells.
  for (const { kind } of relationships) if (kind === 'image') found.pictures.push('background');
  return found;
};
