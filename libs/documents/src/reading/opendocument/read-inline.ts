import { plainWords, quoted } from '../flow/plain-words.ts';
import { asSeenIn } from '../flow/symbols.ts';
import { childrenNamed, textIn, type XmlElement } from '../xml/xml-element.ts';
import { countIn } from './attributes.ts';
import { byWhom } from './by-whom.ts';
import { isHidden, isStruck, lookOf } from './colours.ts';
import { readDrawn } from './read-drawn.ts';
import type { At } from './story.ts';

type ReadElement = (element: XmlElement, at: At) => void;

/** One space says as much as any number of them. */
const mostSpaces = 16;

const addWords = (written: string, { story, lines, look, isLink }: At): void => {
  const words = asSeenIn(written, look.font);
  lines.words(words, isLink ? { highlight: look.highlight } : look);
  for (const inserted of story.insertions.values()) inserted.push(words);
};

const readChildren: ReadElement = (element, at) => {
  for (const child of element.children) {
    if (typeof child === 'string') addWords(child, at);
    else readElement(child, at);
  }
};

const readSpan: ReadElement = (span, at) => {
  const { styles } = at.story;
  const style = span.attributes['text:style-name'];
  if (isHidden(styles, 'text', style)) {
    sayHidden(textIn(span), at);
    return;
  }
  readChildren(span, { ...at, look: lookOf(styles, 'text', style, at.look) });
  if (isStruck(styles, 'text', style)) sayStruck(textIn(span), at);
};

const sayHidden = (words: string, { lines }: At): void => {
  if (words.trim() !== '')
    lines.aside({ kind: 'hidden', words: `Hidden words, not read: ${quoted(words)}` });
};

export const sayStruck = (words: string, { lines }: Pick<At, 'lines'>): void => {
  if (words.trim() !== '')
    lines.aside({
      kind: 'doubtful',
      words: `Struck through, read as it stands: ${quoted(words)}`,
    });
};

const longestAddress = 300;

const readLink: ReadElement = (link, at) => {
  readChildren(link, { ...at, isLink: true });
  const address = plainWords((link.attributes['xlink:href'] ?? '').slice(0, longestAddress));
  if (address !== '' && !address.startsWith('#'))
    at.lines.aside({ kind: 'link', words: `${quoted(textIn(link))} leads to ${address}` });
};

const readComment: ReadElement = (comment, { lines }) => {
  const words = ['text:p', 'text:list']
    .flatMap((name) => childrenNamed(comment, name))
    .map(textIn)
    .join(' ');
  const isResolved = comment.attributes['resolved'] === 'true';
  lines.aside({
    kind: 'comment',
    words: `Comment by ${byWhom(comment)}${isResolved ? ' (resolved)' : ''}: ${quoted(words)}`,
  });
};

const readDeletion: ReadElement = (point, { story, lines }) => {
  const change = story.changes.get(point.attributes['text:change-id'] ?? '');
  if (change?.is !== 'deletion' || change.words.trim() === '') return;
  const words = `Deleted by ${change.by}, not read: ${quoted(change.words)}`;
  lines.aside({ kind: 'tracked change', words });
};

const beginInsertion: ReadElement = (point, { story }) => {
  const id = point.attributes['text:change-id'] ?? '';
  if (story.changes.get(id)?.is === 'insertion') story.insertions.set(id, []);
};

const endInsertion: ReadElement = (point, { story, lines }) => {
  const id = point.attributes['text:change-id'] ?? '';
  const words = story.insertions.get(id)?.join('') ?? '';
  story.insertions.delete(id);
  const by = story.changes.get(id)?.by ?? 'somebody';
  if (words.trim() !== '')
    lines.aside({ kind: 'tracked change', words: `Inserted by ${by}, read: ${quoted(words)}` });
};

const readHiddenField: ReadElement = (field, at) =>
  sayHidden(`${field.attributes['text:string-value'] ?? ''} ${textIn(field)}`.trim(), at);

const nothing: ReadElement = () => undefined;

const readers: ReadonlyMap<string, ReadElement> = new Map<string, ReadElement>([
  ['text:span', readSpan],
  ['text:a', readLink],
  [
    'text:s',
    (spaces, at) => addWords(' '.repeat(Math.min(mostSpaces, countIn(spaces, 'text:c'))), at),
  ],
  ['text:tab', (_, at) => addWords(' ', at)],
  [
    'text:line-break',
    (_, at) => {
      addWords(' ', at);
      at.lines.lineBreak();
    },
  ],
  ['text:note', (note, at) => at.lines.note(at.noteOf(note))],
  ['office:annotation', readComment],
  ['office:annotation-end', nothing],
  ['text:change', readDeletion],
  ['text:change-start', beginInsertion],
  ['text:change-end', endInsertion],
  ['text:hidden-text', readHiddenField],
  ['text:ruby-text', nothing],
  [
    'text:script',
    (_, { lines }) => lines.aside({ kind: 'not read', words: 'A script is not run and not read.' }),
  ],
]);

const readElement: ReadElement = (element, at) => {
  const read = readers.get(element.name);
  if (read !== undefined) read(element, at);
  else if (element.name.startsWith('draw:')) readDrawn(element, at);
  else readChildren(element, at);
};

/** Reads the words of a paragraph or heading into its lines, with what stands beside them. */
export const readInline = (paragraph: XmlElement, at: At): void => readChildren(paragraph, at);
