import { dateInWords, LocalDate } from '@trackrecord/kernel';
import type { XmlElement } from '../../xml/xml-element.ts';

/** Who did something and when, by the attributes of a change or a comment: "J. Fox, 3 May 2027". */
export const byWhom = ({ attributes }: XmlElement): string => {
  const author = (attributes['w:author'] ?? '').replace(/\s+/gu, ' ').trim();
  const day = (attributes['w:date'] ?? '').slice(0, 10);
  const name = author === '' ? 'somebody' : author;
  return LocalDate.is(day) ? `${name}, ${dateInWords(day)}` : name;
};
