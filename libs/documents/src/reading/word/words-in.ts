import { elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import { chosenOf } from './structure.ts';

const shy = /[\u00AD\u200B\uFEFF]/gu;

/** Words without the characters that nobody sees, and with one kind of hyphen. */
export const seenWords = (words: string): string => words.replace(shy, '').replace(/\u2011/gu, '-');

const spaces: ReadonlySet<string> = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr', 'w:p']);

/**
 * All words inside an element on one line, for telling of them: a comment's, a deleted row's. Deleted words are among
 * them; instructions of fields are not.
 */
export const wordsIn = (element: XmlElement): string => {
  const parts: Array<string> = [];
  const walk = (inside: XmlElement): void => {
    for (const child of inside.name === 'mc:AlternateContent'
      ? chosenOf(inside)
      : elementsOf(inside)) {
      if (child.name === 'w:t' || child.name === 'w:delText') parts.push(textIn(child));
      else if (child.name === 'w:noBreakHyphen') parts.push('-');
      else {
        if (spaces.has(child.name)) parts.push(' ');
        walk(child);
      }
    }
  };
  walk(element);
  return seenWords(parts.join('')).replace(/\s+/gu, ' ').trim();
};

/** Words between quotation marks, cut short where they are many. */
export const quoted = (words: string, most = 500): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  return `“${line.length <= most ? line : `${line.slice(0, most).trimEnd()}…`}”`;
};
