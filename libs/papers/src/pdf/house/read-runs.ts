import { childAt, elementsOf, textIn, type XmlElement } from '@trackrecord/documents';
import { fieldKind, isUnshown } from './fields.ts';
import type { HouseBlock, HouseRun, RunSetting } from './house.ts';
import { anchorOf, readPicture, wrappingOf } from './read-picture.ts';
import type { Reading } from './reading.ts';
import { noteWords, runSettingOf } from './setting.ts';
import { type Said, saidOfRun } from './styles.ts';
import { isOn, lookup, outermost, type Properties, within } from './values.ts';

/** What stands in a paragraph, and what is anchored there. */
export type Inline = {
  runs: Array<HouseRun | Readonly<{ _tag: 'PageBreak' }>>;
  /** Pictures at places of their own; words of text boxes stand after the paragraph. */
  floating: Array<HouseBlock>;
  boxes: Array<XmlElement>;
};

/** How a walk through a paragraph stands: whose words they are, and where they lead. */
type Walk = Readonly<{ said: Said; link: string | undefined; inline: Inline; reading: Reading }>;

const leftOut: ReadonlyArray<readonly [element: string, words: string]> = [
  ['w:i', 'italics'],
  ['w:strike', 'crossing out'],
  ['w:dstrike', 'crossing out'],
  ['w:highlight', 'highlighting'],
  ['w:smallCaps', 'small capitals'],
  ['w:vertAlign', 'raised and lowered letters'],
];

const addNumber = ({ inline }: Walk, of: 'page' | 'pages', setting: RunSetting): void => {
  inline.runs.push({ _tag: 'Number', of, setting });
};

const readFieldSign = (walk: Walk, sign: XmlElement, setting: RunSetting): void => {
  const { fields, notes } = walk.reading;
  const end = (): void => {
    const field = fields.at(-1);
    if (field === undefined || field.isResult) return;
    field.isResult = true;
    const kind = fieldKind(field.code, notes);
    const isInside = isUnshown(fields.slice(0, -1), notes);
    if ((kind === 'page' || kind === 'pages') && !isInside) addNumber(walk, kind, setting);
  };
  switch (sign.attributes['w:fldCharType']) {
    case 'begin':
      fields.push({ code: '', isResult: false });
      return;
    case 'separate':
      end();
      return;
    case 'end':
      end();
      fields.pop();
      return;
    default:
  }
};

const readDrawing = ({ inline, reading }: Walk, drawing: XmlElement): void => {
  const { notes } = reading;
  for (const holder of elementsOf(drawing)) {
    const boxes = outermost(holder, 'w:txbxContent');
    const [pic, ...others] = within(holder, 'pic:pic');
    inline.boxes.push(...boxes);
    if (pic === undefined || others.length > 0 || boxes.length > 0) {
      if (boxes.length === 0 || pic !== undefined) notes.drawings.count += 1;
      continue;
    }
    const picture = readPicture(holder, pic, reading);
    if (picture === undefined) continue;
    const wrapping = holder.name === 'wp:anchor' ? wrappingOf(holder) : 'apart';
    if (wrapping === 'beside')
      notes.others.add('Words do not flow around pictures: they may stand over them.');
    if (wrapping === 'apart') inline.runs.push({ _tag: 'Picture', picture });
    else
      inline.floating.push({
        _tag: 'Floating',
        picture,
        across: anchorOf(childAt(holder, 'wp:positionH')),
        down: anchorOf(childAt(holder, 'wp:positionV')),
      });
  }
};

const tabTo: Readonly<Record<string, 'center' | 'right'>> = { center: 'center', right: 'right' };

const asides: Readonly<Record<string, string>> = {
  'w:footnoteReference': 'Footnotes are left out.',
  'w:endnoteReference': 'Endnotes are left out.',
  'm:oMath': 'Formulas are left out.',
};

/** What Word writes with an element of its own. */
const signs: Readonly<Record<string, string>> = {
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

const wordsIn = (part: XmlElement, run: Properties): string => {
  const words = signs[part.name] ?? textIn(part).replace(/[\n\r]/gu, ' ');
  return isOn(run, 'w:caps') ? words.toLocaleUpperCase('en-GB') : words;
};

const readBreak = ({ inline }: Walk, part: XmlElement, setting: RunSetting): void => {
  const kind = part.attributes['w:type'];
  if (kind === 'page') inline.runs.push({ _tag: 'PageBreak' });
  else if (kind !== 'column') inline.runs.push({ _tag: 'Words', words: '\n', setting });
};

const readRunPart = (
  walk: Walk,
  part: XmlElement,
  { run, setting }: Readonly<{ run: Properties; setting: RunSetting }>,
): void => {
  const { inline, reading, link } = walk;
  const { fields, notes } = reading;
  if (part.name === 'w:fldChar') {
    readFieldSign(walk, part, setting);
    return;
  }
  if (part.name === 'w:instrText') {
    const field = fields.at(-1);
    if (field !== undefined && !field.isResult) field.code += textIn(part).slice(0, 200);
    return;
  }
  if (isUnshown(fields, notes)) return;
  switch (part.name) {
    case 'w:t':
    case 'w:cr':
    case 'w:noBreakHyphen':
      // Some programs write a tab as a sign among the words.
      wordsIn(part, run)
        .split('\t')
        .forEach((words, index) => {
          if (index > 0) inline.runs.push({ _tag: 'Tab' });
          if (words !== '') inline.runs.push({ _tag: 'Words', words, setting, link });
        });
      return;
    case 'w:tab':
      inline.runs.push({ _tag: 'Tab' });
      return;
    case 'w:ptab': {
      const to = tabTo[part.attributes['w:alignment'] ?? ''];
      inline.runs.push({ _tag: 'Tab', ...(to === undefined ? {} : { to }) });
      return;
    }
    case 'w:br':
      readBreak(walk, part, setting);
      return;
    case 'w:drawing':
      readDrawing(walk, part);
      return;
    case 'w:pict':
    case 'w:object':
      inline.boxes.push(...outermost(part, 'w:txbxContent'));
      if (outermost(part, 'w:txbxContent').length === 0) notes.drawings.count += 1;
      return;
    case 'w:sym':
      notes.others.add('Signs of symbol fonts are left out.');
      return;
    case 'mc:AlternateContent':
      elementsOf(chosen(part)).forEach((one) => readRunPart(walk, one, { run, setting }));
      return;
    default: {
      const aside = asides[part.name];
      if (aside !== undefined) notes.others.add(aside);
    }
  }
};

/** What is written in several ways is taken in the newest; the others are for older programs. */
const chosen = (alternatives: XmlElement): XmlElement =>
  childAt(alternatives, 'mc:Choice') ?? childAt(alternatives, 'mc:Fallback') ?? alternatives;

const readRun = (walk: Walk, element: XmlElement): void => {
  const { reading, said } = walk;
  const own = childAt(element, 'w:rPr');
  const run = saidOfRun(reading.styles, said, own);
  if (isOn(run, 'w:vanish')) return;
  const setting = runSettingOf(run, reading.ground);
  for (const part of elementsOf(element)) readRunPart(walk, part, { run, setting });
  if (elementsOf(element).every((part) => part.name !== 'w:t' || textIn(part).trim() === ''))
    return;
  noteWords(run, reading.ground, reading.notes);
  for (const [name, words] of leftOut)
    if (isOn(run, name) && lookup(run, name)?.attributes['w:val'] !== 'baseline')
      reading.notes.words.add(words);
};

const linkOf = (element: XmlElement, { relations }: Reading): string | undefined => {
  const target = relations.get(element.attributes['r:id'] ?? '')?.target;
  return target !== undefined && /^(?:https?:\/\/|mailto:)/iu.test(target) ? target : undefined;
};

const readSimpleField = (walk: Walk, element: XmlElement): void => {
  const { reading, said } = walk;
  const kind = fieldKind(element.attributes['w:instr'] ?? '', reading.notes);
  if (kind === 'shown') readParts(walk, element);
  else if (kind !== 'contents' && !isUnshown(reading.fields, reading.notes)) {
    const own = childAt(element, 'w:r', 'w:rPr');
    const run = saidOfRun(reading.styles, said, own);
    addNumber(walk, kind, runSettingOf(run, reading.ground));
  }
};

const readParts = (walk: Walk, element: XmlElement): void => {
  for (const part of elementsOf(element))
    switch (part.name) {
      case 'w:r':
        readRun(walk, part);
        break;
      case 'w:hyperlink':
        readParts({ ...walk, link: linkOf(part, walk.reading) }, part);
        break;
      case 'w:fldSimple':
        readSimpleField(walk, part);
        break;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:bdo':
      case 'w:dir':
      case 'w:smartTag':
      case 'w:customXml':
      case 'w:sdt':
      case 'w:sdtContent':
        readParts(walk, part);
        break;
      case 'mc:AlternateContent':
        readParts(walk, chosen(part));
        break;
      case 'm:oMathPara':
      case 'm:oMath':
        walk.reading.notes.others.add('Formulas are left out.');
    }
};

/** What stands in a paragraph: its words with their looks, page numbers, tabs, pictures; what is anchored there. */
export const readRuns = (paragraph: XmlElement, said: Said, reading: Reading): Inline => {
  const inline: Inline = { runs: [], floating: [], boxes: [] };
  readParts({ said, link: undefined, inline, reading }, paragraph);
  return inline;
};
