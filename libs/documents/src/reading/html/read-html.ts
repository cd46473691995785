import type { Aside, Flow } from '../flow/flow.ts';
import { piecesOfFlow } from '../flow/pieces-of-flow.ts';
import { plainWords } from '../flow/plain-words.ts';
import type { Read, Reader, Source } from '../reader.ts';
import { childAt, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { countedAsides } from './asides-of-html.ts';
import { styleRules } from './css/style-rules.ts';
import { decodeHtml } from './decode-html.ts';
import { flowOfHtml } from './flow-of-html.ts';
import { parseHtml } from './parse-html.ts';
import { readKeptHtml } from './read-kept-html.ts';

/** All elements of some names, wherever they stand. */
const everyNamed = (element: XmlElement, names: ReadonlySet<string>): ReadonlyArray<XmlElement> =>
  elementsOf(element).flatMap((child) =>
    names.has(child.name) ? [child] : everyNamed(child, names),
  );

const isFetchedSheet = ({ name, attributes }: XmlElement): boolean =>
  name === 'link' && /\bstylesheet\b/iu.test(attributes['rel'] ?? '');

const sheetAsides = (links: ReadonlyArray<XmlElement>): ReadonlyArray<Aside> =>
  links.filter(isFetchedSheet).map(({ attributes }) => ({
    kind: 'not read',
    words: `A style sheet outside the file (${plainWords((attributes['href'] ?? '').slice(0, 300))}) is not fetched: colours that it gives are not seen.`,
  }));

const wherever = new Set(['style', 'link', 'script']);

const scriptAsides = (scripts: number): ReadonlyArray<Aside> =>
  scripts === 0
    ? []
    : [{ kind: 'not read', words: `${scripts} ${scripts === 1 ? 'script' : 'scripts'}, not run.` }];

const titleOf = (page: XmlElement): string => {
  const title = childAt(page, 'html', 'head', 'title');
  return title === undefined ? '' : plainWords(textIn(title)).slice(0, 1000);
};

/** Reads a web page's text, whoever wrote it: also what Markdown becomes. */
export const readHtmlText = (
  name: string,
  text: string,
  besides: ReadonlyArray<Aside> = [],
): Read => {
  const page = parseHtml(name, text);
  const kept = readKeptHtml(page);
  if (kept !== undefined) return kept;
  const found = everyNamed(page, wherever);
  const sheets = found.filter((one) => one.name === 'style').map(textIn);
  const counts = new Map<string, number>();
  const flow = flowOfHtml(page, { name, rules: styleRules(sheets), pre: false, counts });
  const title = titleOf(page);
  const scripts = found.filter((one) => one.name === 'script').length;
  const whole = [
    ...besides,
    ...sheetAsides(found),
    ...scriptAsides(scripts),
    ...countedAsides(counts),
  ];
  return {
    ...piecesOfFlow(name, [
      ...flow,
      ...whole.map((aside): Flow => ({ flow: 'aside', aside, place: '' })),
    ]),
    ...(title === '' ? {} : { properties: { 'dc:title': title } }),
  };
};

/**
 * Reads a web page: headings, paragraphs, lists and tables as a browser shows them, with the colours that it gives
 * them itself. Nothing in it is run or fetched.
 */
export const readHtml: Reader = async ({ name, bytes, progress }: Source) => {
  const { text, asides } = decodeHtml(name, bytes);
  progress(1, 2);
  const read = readHtmlText(name, text, asides);
  progress(2, 2);
  return read;
};
