import * as E from 'fp-ts/lib/Either.js';
import { Marked } from 'marked';
import { readHtmlText } from '../html/read-html.ts';
import { limits } from '../limits.ts';
import type { Reader } from '../reader.ts';
import { refuse } from '../refused-file.ts';
import { decodeText } from '../text/decode-text.ts';
import { frontMatterOf } from './front-matter.ts';

const marked = new Marked({
  gfm: true,
  renderer: {
    // A box that is ticked or not is a sign among the words, and no field of a form.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
  },
});

/** Quotations and lists inside one another are gone through one by one, each time to the end. */
const tooDeep = new RegExp(
  String.raw`^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){${limits.depth}}`,
  'mu',
);

const htmlOf = (name: string, text: string): string => {
  const accepted = 'Markdown with fewer parts inside one another';
  const part = 'the text';
  if (tooDeep.test(text)) {
    const what = 'quotations or lists inside one another';
    refuse({ _tag: 'OverLimit', name, part, what, seen: limits.depth, limit: limits.depth - 1 });
  }
  try {
    return marked.parse(text, { async: false });
  } catch (thrown) {
    const seen = `it cannot be taken apart (${thrown instanceof Error ? thrown.message : 'unknown'})`;
    return refuse({ _tag: 'Damaged', name, part, seen: seen.slice(0, 200), accepted });
  }
};

/**
 * Reads Markdown with GitHub's tables and lists, as the page that it makes; HTML in it is read as such, and nothing of
 * it is run. Properties above the text are those of the document.
 */
export const readMarkdown: Reader = async ({ name, bytes, progress }) => {
  const decoded = decodeText(name, bytes);
  const source = E.isLeft(decoded) ? refuse(decoded.left) : decoded.right;
  const { properties: above, text } = frontMatterOf(source.replace(/^\uFEFF/u, ''));
  const html = htmlOf(name, text);
  progress(1, 2);
  // Whatever a text says of itself, it is none of the pages that are kept.
  const { properties: _, ...read } = readHtmlText(name, `<body>${html}</body>`);
  progress(2, 2);
  return Object.keys(above).length === 0 ? read : { ...read, properties: above };
};
