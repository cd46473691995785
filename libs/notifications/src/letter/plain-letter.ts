import { wrap, textWidth } from '../words/wrap.ts';
import type { ItemView } from './item-view.ts';
import type { FooterLine, LetterView } from './letter-view.ts';

const rule = '-'.repeat(textWidth);

type Lines = ReadonlyArray<string>;

const underlined = (text: string): Lines => {
  const lines = wrap(text);
  const longest = Math.max(...lines.map((line) => line.length));
  return [...lines, '='.repeat(Math.min(longest, textWidth))];
};

/** An address has a line of its own, whole, however long: mail programs make a link of it. */
const itemLines = ({ name, rating, title, when, reasons, last, answer }: ItemView): Lines => [
  rule,
  '',
  ...wrap(`${name} (${rating.word})`),
  ...wrap(title),
  '',
  ...wrap(`${when}.`),
  ...reasons.flatMap((reason) => wrap(reason)),
  ...(last === undefined ? [] : ['', ...wrap(`${last.saidBy}:`), ...wrap(`“${last.text}”`, '  ')]),
  '',
  `${answer.words}:`,
  answer.address,
  '',
];

const footerLines = ({ text, link }: FooterLine): Lines => [
  ...wrap(text),
  ...(link === undefined ? [] : [link.address.replace(/^mailto:/u, '')]),
  '',
];

/** A letter as plain text, on lines of at most 76 columns except where an address is longer. */
export const plainLetter = (view: LetterView): string =>
  [
    ...wrap(view.plan),
    '',
    ...underlined(view.heading),
    '',
    ...wrap(view.greeting),
    '',
    ...view.intro.flatMap((paragraph) => [...wrap(paragraph), '']),
    ...view.due.flatMap(itemLines),
    ...(view.comingUp.length === 0 || view.due.length === 0
      ? []
      : [...underlined('Coming up'), '']),
    ...view.comingUp.flatMap(itemLines),
    rule,
    '',
    ...view.footer.flatMap(footerLines),
  ].join('\n');
