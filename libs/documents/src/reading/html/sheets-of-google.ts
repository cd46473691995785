import { elementsOf, type XmlElement } from '../xml/xml-element.ts';

/** Google Sheets writes the colours of its cells as rules of classes inside those of its table: ".ritz .waffle .s1". */
const ofTable = /^\.ritz \.waffle (?=\.s\d+$)/u;

/** A selector without what Google Sheets puts before each of its own, which is as good as nothing. */
export const withoutGoogleTable = (selector: string): string => selector.replace(ofTable, '');

const isHead = ({ name, attributes }: XmlElement): boolean =>
  (name === 'th' || name === 'td') &&
  /(?:^|\s)(?:(?:row|column)-headers-background|row-header|freezebar-)/u.test(
    attributes['class'] ?? '',
  );

/** The cells of a row but for the letters of columns, the numbers of rows and the bars that Google Sheets shows. */
export const withoutGoogleHeads = (row: XmlElement): ReadonlyArray<XmlElement> =>
  elementsOf(row).filter((cell) => !isHead(cell));

/** Whether a row is nothing else. */
export const isGoogleHead = (row: XmlElement): boolean =>
  elementsOf(row).length > 0 && withoutGoogleHeads(row).length === 0;
