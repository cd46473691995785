import { childAt, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import { chosenOf } from '../structure.ts';
import { lookOf, within } from '../styles/look.ts';
import { isOn, valueAt, valueOf, wholeNumber } from '../values.ts';
import { seenWords, wordsIn } from '../words-in.ts';
import { addNote, addWords, breakLine } from './collected.ts';
import { addressIn, isPageNumberField, pageMark } from './fields.ts';
import { readDrawing, readObject, readPicture } from './read-drawing.ts';
import type { At } from './story.ts';
import { asSeenIn, signOf } from '../../flow/symbols.ts';

type ReadPart = (element: XmlElement, at: At) => void;

/** Words as they are seen here: not while a field is told what to do, and apart where they are hidden. */
const add = (words: string, at: At): void => {
  const { story, into, look } = at;
  if (!story.fields.isShown()) return;
  if (look.isHidden === true) into.hidden += words;
  else if (!(story.isAroundPage && story.fields.isPageNumber())) addWords(into, words, look);
};

/** Where the number of a page stands, whether the file says what it was last or not. */
const endField = ({ story, into, look }: At): void => {
  const isPage = isPageNumberField(story.fields.end());
  if (story.isAroundPage && isPage) addWords(into, pageMark, look);
};

const addBreak: ReadPart = (_, { story, into, look }) => {
  if (story.fields.isShown() && look.isHidden !== true) breakLine(into);
};

const readSymbol: ReadPart = ({ attributes }, at) => {
  const digits = attributes['w:char'] ?? '';
  if (!/^[0-9a-f]{1,6}$/iu.test(digits)) return;
  add(signOf(Number.parseInt(digits, 16), attributes['w:font']), at);
};

/** What the fields of an old form show, which stands in their properties: a box, or the entry that was chosen. */
const formValueOf = (form: XmlElement): string | undefined => {
  const box = childAt(form, 'w:checkBox');
  if (box !== undefined) {
    const isTicked = isOn(childAt(box, 'w:checked')) ?? isOn(childAt(box, 'w:default'));
    return isTicked === true ? '☒' : '☐';
  }
  const list = childAt(form, 'w:ddList');
  if (list === undefined) return undefined;
  const entries = elementsOf(list).filter(({ name }) => name === 'w:listEntry');
  const chosen = valueAt(list, 'w:result') ?? valueAt(list, 'w:default') ?? '0';
  return valueOf(entries[wholeNumber(chosen, 0, entries.length) ?? 0]) ?? '';
};

const readFieldMark: ReadPart = (element, at) => {
  const { fields } = at.story;
  switch (element.attributes['w:fldCharType']) {
    case 'begin': {
      const form = childAt(element, 'w:ffData');
      const value = form === undefined ? undefined : formValueOf(form);
      if (value !== undefined) add(value, at);
      fields.begin(value !== undefined);
      break;
    }
    case 'separate': {
      const address = addressIn(fields.separate());
      if (address !== undefined)
        addNote(at.into, 'link', `A link leads to ${address.slice(0, 500)}`);
      break;
    }
    case 'end':
      endField(at);
      break;
    default:
  }
};

const readReference =
  (kind: 'footnote' | 'endnote'): ReadPart =>
  ({ attributes }, { into, story }) => {
    const id = attributes['w:id'];
    if (id !== undefined && story.fields.isShown()) into.references.push({ kind, id });
  };

const parts: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  ['w:t', (element, at) => add(asSeenIn(seenWords(textIn(element)), at.look.font), at)],
  ['w:tab', (_, at) => add('\t', at)],
  ['w:ptab', (_, at) => add('\t', at)],
  ['w:noBreakHyphen', (_, at) => add('-', at)],
  ['w:br', addBreak],
  ['w:cr', addBreak],
  ['w:sym', readSymbol],
  ['w:fldChar', readFieldMark],
  ['w:instrText', (element, { story }) => story.fields.instruct(textIn(element))],
  ['w:drawing', readDrawing],
  ['w:pict', readPicture],
  ['w:object', readObject],
  ['w:footnoteReference', readReference('footnote')],
  ['w:endnoteReference', readReference('endnote')],
  [
    'w:commentReference',
    ({ attributes }, { into }) => {
      into.comments.push({ id: attributes['w:id'] ?? '', line: into.lines.length - 1 });
    },
  ],
  [
    'w:ruby',
    (element, at) => {
      const base = childAt(element, 'w:rubyBase');
      if (base !== undefined) add(wordsIn(base), at);
    },
  ],
]);

const readParts = (elements: ReadonlyArray<XmlElement>, at: At): void => {
  for (const element of elements) {
    if (element.name === 'mc:AlternateContent') readParts(chosenOf(element), at);
    else parts.get(element.name)?.(element, at);
  }
};

/** A run: words that look the same, with the fields, drawings and references that stand among them. */
export const readRun = (run: XmlElement, at: At): void => {
  const { styles, theme } = at.story;
  const properties = childAt(run, 'w:rPr');
  if (properties === undefined) {
    readParts(elementsOf(run), at);
    return;
  }
  const styled = within(at.look, styles.character(valueAt(properties, 'w:rStyle')));
  const look = within(styled, lookOf(properties, theme));
  readParts(elementsOf(run), { ...at, look: at.isLink ? { ...look, ink: undefined } : look });
};
