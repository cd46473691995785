import { childAt, elementsOf, textIn, type XmlElement } from '../../xml/xml-element.ts';
import { chosenOf } from '../structure.ts';
import { isOn } from '../values.ts';
import { quoted, seenWords, wordsIn } from '../words-in.ts';
import { addNote, addWords, beginChange, endChange, lineOf } from './collected.ts';
import { addressIn, isPageNumberField, pageMark } from './fields.ts';
import { readRun } from './read-run.ts';
import type { At } from './story.ts';
import { byWhom } from './told-change.ts';

type ReadPart = (element: XmlElement, at: At) => void;

const readAll = (elements: ReadonlyArray<XmlElement>, at: At): void => {
  for (const element of elements) parts.get(element.name)?.(element, at);
};

const readInside: ReadPart = (element, at) => readAll(elementsOf(element), at);

const inserted =
  (verb: string): ReadPart =>
  (element, at) => {
    beginChange(at.into, { verb, by: byWhom(element), isInsertion: true });
    readInside(element, at);
    endChange(at.into);
  };

const deleted =
  (verb: string): ReadPart =>
  (element, { into }) => {
    beginChange(into, { verb, by: byWhom(element), isInsertion: false });
    const told = into.open.at(-1);
    if (told !== undefined) told.words += `${wordsIn(element)} `;
    endChange(into);
  };

/** The words that were added since there were so many spans on the last line; of a link they stand on one. */
const wordsSince = ({ into }: At, line: number, spans: number): string =>
  (into.lines[line] ?? [])
    .slice(spans)
    .map(({ words }) => words)
    .join('');

const readLink: ReadPart = (element, at) => {
  const line = lineOf(at.into);
  const spans = at.into.lines[line]?.length ?? 0;
  readInside(element, { ...at, isLink: true });
  const relation = at.story.relations.get(element.attributes['r:id'] ?? '');
  if (relation === undefined || !relation.isExternal) return;
  const words = wordsSince(at, line, spans).trim();
  const what = words === '' ? 'A link' : quoted(words);
  addNote(at.into, 'link', `${what} leads to ${relation.target.slice(0, 500)}`);
};

const readSimpleField: ReadPart = (element, at) => {
  const instruction = element.attributes['w:instr'] ?? '';
  if (at.story.isAroundPage && isPageNumberField(instruction)) {
    addWords(at.into, pageMark, at.look);
    return;
  }
  const address = addressIn(instruction);
  if (address !== undefined) addNote(at.into, 'link', `A link leads to ${address.slice(0, 500)}`);
  readInside(element, at);
};

/** A content control; what it shows while nobody has filled it in is nobody's word. */
const readControl: ReadPart = (element, at) => {
  const content = childAt(element, 'w:sdtContent');
  if (content === undefined) return;
  if (isOn(childAt(element, 'w:sdtPr', 'w:showingPlcHdr')) === true) {
    addNote(
      at.into,
      'not read',
      `A field that nobody has filled in shows ${quoted(wordsIn(content))}.`,
    );
    return;
  }
  readInside(content, at);
};

/** An equation, in one line: its letters and figures. */
const readEquation: ReadPart = (element, { story, into, look }) => {
  if (story.fields.isShown()) addWords(into, seenWords(textIn(element)), look);
};

const parts: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  ['w:r', readRun],
  ['w:hyperlink', readLink],
  ['w:ins', inserted('Inserted')],
  ['w:moveTo', inserted('Moved here')],
  ['w:del', deleted('Deleted')],
  ['w:moveFrom', deleted('Moved away from here')],
  ['w:fldSimple', readSimpleField],
  ['w:sdt', readControl],
  ['w:smartTag', readInside],
  ['w:customXml', readInside],
  ['w:dir', readInside],
  ['w:bdo', readInside],
  ['oMath', readEquation],
  ['oMathPara', readEquation],
  [
    'w:subDoc',
    ({ attributes }, { story, into }) => {
      const target = story.relations.get(attributes['r:id'] ?? '')?.target ?? '';
      addNote(
        into,
        'not read',
        `Another document that belongs here is not read: ${quoted(target)}.`,
      );
    },
  ],
  ['mc:AlternateContent', (element, at) => readAll(chosenOf(element), at)],
  [
    'w:commentRangeStart',
    ({ attributes }, { into }) => {
      into.comments.push({ id: attributes['w:id'] ?? '', line: lineOf(into) });
    },
  ],
]);

/** Reads what stands in a paragraph, in its order. */
export const readInline = (paragraph: XmlElement, at: At): void => {
  readInside(paragraph, at);
};
