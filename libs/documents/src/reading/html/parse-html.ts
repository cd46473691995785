import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import type { XmlElement } from '../xml/xml-element.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Looks after how deep elements stand inside one another, while the page is parsed: going on costs its square. */
const guarded = (name: string) => {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush: (): void => {
      depth += 1;
      if (depth > limits.depth) {
        const what = 'elements inside one another';
        refuse({
          _tag: 'OverLimit',
          name,
          part: 'the page',
          what,
          seen: depth,
          limit: limits.depth,
        });
      }
    },
    onItemPop: (): void => {
      depth -= 1;
    },
  };
};

const childOf = (node: Node): ReadonlyArray<XmlElement | string> => {
  if (defaultTreeAdapter.isTextNode(node)) return [node.value];
  return defaultTreeAdapter.isElementNode(node) ? [elementOf(node)] : [];
};

const elementOf = (element: DefaultTreeAdapterTypes.Element): XmlElement => ({
  name: element.tagName,
  attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
  children: element.childNodes.flatMap(childOf),
});

/**
 * A web page as a tree, as a browser without scripts makes it of whatever it is given: nothing is run or fetched.
 * @param name the file's, for refusals
 * @returns its root; refused where elements stand too deep inside one another
 */
export const parseHtml = (name: string, text: string): XmlElement => ({
  name: 'page',
  attributes: {},
  children: parse(text, {
    scriptingEnabled: false,
    treeAdapter: guarded(name),
  }).childNodes.flatMap(childOf),
});
