import type { XmlElement } from '../xml/xml-element.ts';

/** What stands in a page for browsers and is neither words nor anything that a reader sees. */
export const withoutWords: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'link',
  'meta',
  'title',
  'base',
  'template',
  'datalist',
  'param',
  'source',
  'track',
  'area',
  'noframes',
  'noembed',
]);

/** The small number that leads to a note or a comment, as Word, LibreOffice and Google Docs write it. */
export const isNoteMark = ({ attributes }: XmlElement): boolean => {
  const href = attributes['href'] ?? '';
  const isBack = /^#_(?:ftn|edn)ref|^#(?:ftnt|cmnt)_ref|^#sd(?:foot|end)note\d+anc/u.test(href);
  return (
    isBack ||
    /^#_?(?:ftn|edn|ftnt|cmnt|msocom_)\d+$|^#sd(?:foot|end)note\d+sym$/u.test(href) ||
    (attributes['class'] ?? '').toLowerCase() === 'msocomanchor'
  );
};
