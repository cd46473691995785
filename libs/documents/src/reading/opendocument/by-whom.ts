import { dateInWords, LocalDate } from '@trackrecord/kernel';
import { plainWords } from '../flow/plain-words.ts';
import { childAt, textIn, type XmlElement } from '../xml/xml-element.ts';

/** Who did something and when, by the elements of a change or a comment: "J. Fox, 3 May 2027". */
export const byWhom = (element: XmlElement | undefined): string => {
  const [author = '', date = ''] = ['dc:creator', 'dc:date'].map((name) => {
    const found = childAt(element, name);
    return found === undefined ? '' : plainWords(textIn(found));
  });
  const name = author === '' ? 'somebody' : author;
  const day = date.slice(0, 10);
  return LocalDate.is(day) ? `${name}, ${dateInWords(day)}` : name;
};
