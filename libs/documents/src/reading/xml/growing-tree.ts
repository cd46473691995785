import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import type { Part } from './part.ts';
import type { XmlElement } from './xml-element.ts';

/** An element whose children are still coming. */
export type Growing = {
  readonly name: XmlElement['name'];
  readonly attributes: XmlElement['attributes'];
  children: Array<XmlElement | string>;
};

/** One for all elements that have none. */
const noChildren: Array<never> = [];

/**
 * Grows a tree from what is told of a part, element by element; refused where it has more of them than are read as a
 * whole. Lists of children are kept as long as they are and no longer: V8 makes room for 17 when a first one is added,
 * and most elements have one.
 */
export const growingTree = (of: Part) => {
  const root: Growing = { name: '', attributes: {}, children: [] };
  const around: Array<Growing> = [root];
  let elements = 0;
  const top = (): XmlElement | undefined =>
    root.children.find((child): child is XmlElement => typeof child !== 'string');
  return {
    /** The elements that are open, inside one that has no name and holds the outermost. */
    around,
    /** The outermost element as far as it has grown. */
    top,
    /** @param isApart whether it is no child of what is around it, and gone when it is closed */
    open: (name: string, attributes: XmlElement['attributes'], isApart = false): Growing => {
      elements += 1;
      if (elements > limits.elements) {
        const limit = limits.elements;
        refuse({ _tag: 'OverLimit', ...of, what: 'elements', seen: elements, limit });
      }
      const element: Growing = { name, attributes, children: [] };
      if (!isApart) around.at(-1)?.children.push(element);
      around.push(element);
      return element;
    },
    text: (words: string): void => {
      if (around.length > 1) around.at(-1)?.children.push(words);
    },
    close: (): Growing | undefined => {
      const element = around.pop();
      if (element !== undefined)
        element.children = element.children.length === 0 ? noChildren : element.children.slice();
      return element;
    },
    /** The outermost element; refused where there is none. */
    whole: (): XmlElement =>
      top() ?? refuse({ _tag: 'Damaged', ...of, seen: 'there is no element', accepted: 'XML' }),
  };
};
