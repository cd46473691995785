import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import { type Part, walkXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** Is told of each row of a sheet, with the sheet and the part's root as far as they are parsed until then. */
export type RowListener = (row: XmlElement, sheet: XmlElement, root: XmlElement) => void;

type Growing = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Array<XmlElement | string>;
};

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
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Array<Growing> = [root];
  let elements = 0;
  let sheet: Growing | undefined;
  let row: Growing | undefined;
  const top = (): XmlElement | undefined =>
    root.children.find((child): child is XmlElement => typeof child !== 'string');
  walkXml(of, bytes, {
    open: (name, attributes) => {
      elements += 1;
      if (elements > limits.elements) {
        const limit = limits.elements;
        refuse({ _tag: 'OverLimit', ...of, what: 'elements', seen: elements, limit });
      }
      const element: Growing = { name, attributes, children: [] };
      const around =
        row === undefined && name === 'table:table-row' ? sheetAround(open) : undefined;
      if (around === undefined) open.at(-1)?.children.push(element);
      else {
        sheet = around;
        row = element;
      }
      open.push(element);
    },
    text: (words) => {
      if (open.length > 1) open.at(-1)?.children.push(words);
    },
    close: () => {
      const element = open.pop();
      const whole = top();
      if (element === undefined || element !== row || sheet === undefined || whole === undefined)
        return;
      row = undefined;
      onRow(element, sheet, whole);
    },
  });
  return top() ?? refuse({ _tag: 'Damaged', ...of, seen: 'there is no element', accepted: 'XML' });
};
