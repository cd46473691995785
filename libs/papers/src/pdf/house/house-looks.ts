import { type Look, look, type Looks, looks } from '../kit/look.ts';
import type { Notes } from './notes.ts';
import { noteWords, runSettingOf } from './setting.ts';
import { type Said, saidByName, saidByUsual, type Styles } from './styles.ts';
import { attribute, isOn, lookup } from './values.ts';
import { styleNames } from '../../word/style-sheet.ts';

/** By which styles of Word each kind of words is set; the body's is the one of paragraphs that name none. */
const named: Readonly<Record<Exclude<keyof Looks, 'body'>, ReadonlyArray<string>>> = {
  title: ['title'],
  h2: ['heading 1'],
  h3: ['heading 2'],
  h4: ['heading 3'],
  lead: ['subtitle'],
  small: [styleNames.standing.toLowerCase()],
  cell: [styleNames.cell.toLowerCase()],
  cellHead: [styleNames.columnHead.toLowerCase()],
};

const white = '#ffffff';

/** What of a style is not taken: a PDF sets all paragraphs of the paper from the left, upright, one below the other. */
const leftOut = ({ paragraph, run }: Said): ReadonlyArray<string> => [
  ...(isOn(run, 'w:i') ? ['italics'] : []),
  ...(isOn(run, 'w:caps') || isOn(run, 'w:smallCaps') ? ['capitals'] : []),
  ...(isOn(run, 'w:u') ? ['underlining'] : []),
  ...(['center', 'right', 'end'].includes(attribute(paragraph, 'w:jc', 'w:val') ?? '')
    ? ['alignment']
    : []),
  ...(lookup(paragraph, 'w:numPr') === undefined ? [] : ['automatic numbers']),
  ...(lookup(paragraph, 'w:pBdr') === undefined ? [] : ['lines around it']),
  ...(lookup(paragraph, 'w:shd') === undefined ? [] : ['the fill behind it']),
];

const lookOf = ({ run }: Said): Look => {
  const { size, bold, ink: colour } = runSettingOf(run, white);
  return look(size, bold, colour);
};

/** Kinds of words that the paper has only where it brings its own title. */
const overPaper: ReadonlySet<string> = new Set(['title', 'lead']);

/**
 * How a paper's words are set in a house: by the template's styles, each with its size, its weight and its colour. What
 * has no style there has its own size and weight, in the colour of the body.
 * @param bringsTitle whether the paper has its own title, since the template shows none
 */
export const houseLooks = (styles: Styles, notes: Notes, bringsTitle: boolean): Looks => {
  const usual = saidByUsual(styles);
  noteWords(usual.run, white, notes);
  const body = styles.usual === undefined ? looks.body : lookOf(usual);
  const own = (kind: Exclude<keyof Looks, 'body'>): Look => {
    const said = saidByName(styles, named[kind]);
    if (said === undefined) return { ...looks[kind], ink: body.ink };
    const parts = leftOut(said);
    if (bringsTitle || !overPaper.has(kind)) {
      noteWords(said.run, white, notes);
      if (parts.length > 0) notes.styles.set(said.line.at(-1)?.name ?? '', new Set(parts));
    }
    return lookOf(said);
  };
  return {
    body,
    title: own('title'),
    h2: own('h2'),
    h3: own('h3'),
    h4: own('h4'),
    lead: own('lead'),
    small: own('small'),
    cell: own('cell'),
    cellHead: own('cellHead'),
  };
};
