import { type Growing, growingTree } from '../xml/growing-tree.ts';
import { walkXml } from '../xml/parse-xml.ts';
import type { Part } from '../xml/part.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Is told of each row of a sheet, with the sheet and the part's root as far as they are parsed until then. */
export type RowListener = (row: XmlElement, sheet: XmlElement, root: XmlElement) => void;

/** The sheet that a new row is of: not where the row stands in another, or in a table that is no sheet. */
const sheetAround = (open: ReadonlyArray<Growing>): Growing | undefined => {
  if (open.some(({ name }) => name === 'table:table-row')) return undefined;
  const book = open.findIndex(({ name }) => name === 'office:spreadsheet');
  const sheet = open[book + 1];
  return book >= 0 && sheet?.name === 'table:table' ? sheet : undefined;
};

/**
 * Parses the content of a spreadsheet as a tree without the rows of its sheets: each is told when it ends and not
 * kept, so that a sheet costs what is in it once.
 */
export const parseWithoutRows = (of: Part, bytes: Uint8Array, onRow: RowListener): XmlElement => {
  const tree = growingTree(of);
  let sheet: Growing | undefined;
  let row: Growing | undefined;
  walkXml(of, bytes, {
    open: (name, attributes) => {
      const around =
        row === undefined && name === 'table:table-row' ? sheetAround(tree.around) : undefined;
      const element = tree.open(name, attributes, around !== undefined);
      if (around === undefined) return;
      sheet = around;
      row = element;
    },
    text: tree.text,
    close: () => {
      const element = tree.close();
      const root = tree.top();
      if (element === undefined || element !== row || sheet === undefined || root === undefined)
        return;
      row = undefined;
      onRow(element, sheet, root);
    },
  });
  return tree.whole();
};
