import { plainWords, quoted } from '../flow/plain-words.ts';
import { childAt, elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';
import type { At } from './story.ts';

/** What is drawn and is no words, as people call it. */
const unread: ReadonlyMap<string, string> = new Map([
  ['draw:object', 'A chart or an embedded file'],
  ['draw:object-ole', 'An embedded file'],
  ['draw:image', 'A picture'],
  ['draw:plugin', 'A film or a recording'],
  ['draw:applet', 'An embedded program'],
  ['draw:floating-frame', 'Another page shown inside this one'],
  ['draw:control', 'A form field'],
]);

const descriptionOf = (drawn: XmlElement): string =>
  [
    ...['svg:desc', 'svg:title'].map((name) => {
      const found = childAt(drawn, name);
      return found === undefined ? '' : textIn(found);
    }),
    drawn.attributes['draw:name'] ?? '',
  ]
    .map(plainWords)
    .find((words) => words !== '') ?? '';

const say = (at: At, what: string, description: string): void => {
  const called = description === '' ? '' : ` called ${quoted(description)}`;
  at.lines.aside({ kind: 'not read', words: `${what}${called} is not read.` });
};

const holdsWords = (element: XmlElement): boolean =>
  elementsOf(element).some(({ name }) => name === 'text:p' || name === 'text:list');

/**
 * Something drawn: what stands in its text box, or in the shape, is put aside to be read after the paragraph; anything
 * else is said. A frame holds the same thing in several forms, of which the first is the best.
 */
export const readDrawn = (drawn: XmlElement, at: At): void => {
  const children = elementsOf(drawn);
  if (drawn.name === 'draw:g' || drawn.name === 'draw:a') {
    for (const child of children) if (child.name.startsWith('draw:')) readDrawn(child, at);
    return;
  }
  if (drawn.name === 'draw:control') {
    say(at, 'A form field', descriptionOf(drawn));
    return;
  }
  const box = children.find(({ name }) => name === 'draw:text-box');
  const table = children.find(({ name }) => name === 'table:table');
  if (box !== undefined) at.boxes.push(box);
  else if (table !== undefined || holdsWords(drawn)) at.boxes.push(drawn);
  else if (drawn.name === 'draw:frame') {
    const what = children.map(({ name }) => unread.get(name)).find((one) => one !== undefined);
    if (what !== undefined) say(at, what, descriptionOf(drawn));
  } else say(at, 'A drawing', descriptionOf(drawn));
};
