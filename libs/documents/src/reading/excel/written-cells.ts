import type { XmlListener } from '../xml/parse-xml.ts';
import type { Attributes } from './attributes.ts';
import { type RichText, richTextCollector } from './rich-text.ts';

/** What stands inside a cell's element. */
export type CellContent = Readonly<{
  value: string | undefined;
  formula: string | undefined;
  inline: RichText | undefined;
}>;

/** What is told of a sheet's rows and cells as its part writes them, one after another. */
export type CellListener = Readonly<{
  openRow: (attributes: Attributes) => void;
  cell: (attributes: Attributes, content: CellContent) => void;
  closeRow: () => void;
}>;

/** Listens to the elements of a sheet's rows, and tells rows and cells. */
export const writtenCells = (tell: CellListener): XmlListener => {
  const rich = richTextCollector();
  let attributesOfCell: Attributes = {};
  let value: string | undefined;
  let formula: string | undefined;
  let inline: RichText | undefined;
  let into: 'value' | 'formula' | 'inline' | undefined;
  return {
    open: (element, attributes) => {
      if (element === 'x:c') {
        attributesOfCell = attributes;
        value = undefined;
        formula = undefined;
        inline = undefined;
      } else if (element === 'x:v') {
        value = '';
        into = 'value';
      } else if (element === 'x:row') tell.openRow(attributes);
      else if (element === 'x:f') {
        formula = '';
        into = 'formula';
      } else if (element === 'x:is') into = 'inline';
      else if (into === 'inline') rich.open(element, attributes);
    },
    text: (words) => {
      if (into === 'value') value = (value ?? '') + words;
      else if (into === 'formula') formula = (formula ?? '') + words;
      else if (into === 'inline') rich.text(words);
    },
    close: (element) => {
      if (element === 'x:c') tell.cell(attributesOfCell, { value, formula, inline });
      else if (element === 'x:row') tell.closeRow();
      else if (element === 'x:v' || element === 'x:f') into = undefined;
      else if (element === 'x:is') {
        inline = rich.take();
        into = undefined;
      } else if (into === 'inline') rich.close(element);
    },
  };
};
