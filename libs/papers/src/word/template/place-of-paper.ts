import * as E from 'fp-ts/lib/Either.js';
import type { PaperRefusal } from '../paper-refusal.ts';
import { placeholderOf } from './placeholders.ts';

/** Where in the text of a template the paper goes: how wide its page is there between the margins. */
export type PlaceOfPaper = Readonly<{ width_twips: number }>;

type Paragraph = Readonly<{ text: string; from: number; end: number }>;

/** The words of a paragraph's runs: placeholders may go on from one run to the next. */
const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/gu)].map(([, words]) => words).join('');

/** The paragraphs of a part that is known to be well-formed, in the order of their ends. */
const paragraphsIn = (xml: string): ReadonlyArray<Paragraph> => {
  const found: Array<Paragraph> = [];
  for (const { index } of xml.matchAll(/<\/w:p>/gu)) {
    const after = found.at(-1)?.end ?? 0;
    const open = Math.max(xml.lastIndexOf('<w:p>', index), xml.lastIndexOf('<w:p ', index));
    found.push({
      text: wordsIn(xml.slice(Math.max(open, after), index)),
      from: Math.max(open, after),
      end: index,
    });
  }
  return found;
};

const inBraces = /\{\{([^{}]*)\}\}/gu;

const namesPaper = ({ text }: Paragraph): boolean =>
  [...text.matchAll(inBraces)].some(([, name = '']) => placeholderOf(name) === 'paper');

const isAlone = ({ text }: Paragraph): boolean => /^\s*\{\{[^{}]*\}\}\s*$/u.test(text);

/** Whether an element is open at a place: more of them began before it than ended. */
const isWithin = (xml: string, element: string, at: number): boolean => {
  const before = xml.slice(0, at);
  const begun = before.match(new RegExp(`<${element}(?:\\s[^>]*[^/])?>`, 'gu'))?.length ?? 0;
  const ended = before.match(new RegExp(`</${element}>`, 'gu'))?.length ?? 0;
  return begun > ended;
};

const attribute = (xml: string, element: string, name: string): number | undefined => {
  const tag = new RegExp(`<${element}\\b[^>]*>`, 'u').exec(xml)?.[0] ?? '';
  const value = new RegExp(`\\b${name}="(-?\\d{1,6})"`, 'u').exec(tag)?.[1];
  return value === undefined ? undefined : Number(value);
};

/** A4 with margins of an inch: for a template that does not say. */
const usual = { page: 11906, margin: 1440 } as const;

/** A paragraph's page is that of the section which ends next after it. */
const widthAt = (xml: string, at: number): number => {
  const section = xml.slice(xml.indexOf('<w:sectPr', at)).slice(0, 4000);
  const page = attribute(section, 'w:pgSz', 'w:w') ?? usual.page;
  const left = attribute(section, 'w:pgMar', 'w:left') ?? usual.margin;
  const right = attribute(section, 'w:pgMar', 'w:right') ?? usual.margin;
  const gutter = attribute(section, 'w:pgMar', 'w:gutter') ?? 0;
  // Narrower than this no table of seven columns can be read.
  return Math.max(5000, page - left - right - gutter);
};

const misplaced = (
  where: Extract<PaperRefusal, { readonly _tag: 'PaperMisplaced' }>['where'],
): E.Either<PaperRefusal, never> => E.left({ _tag: 'PaperMisplaced', where });

/**
 * Finds where the paper goes.
 * @param text the template's `word/document.xml`
 * @returns refused where `{{paper}}` is twice, beside other words, in a table or in a text box
 */
export const placeOfPaper = (text: string): E.Either<PaperRefusal, PlaceOfPaper> => {
  const [one, ...others] = paragraphsIn(text).filter(namesPaper);
  if (one === undefined) return misplaced('outside the text');
  if (others.length > 0) return misplaced('twice');
  if (!isAlone(one)) return misplaced('beside words');
  if (isWithin(text, 'w:txbxContent', one.from)) return misplaced('outside the text');
  if (isWithin(text, 'w:tbl', one.from)) return misplaced('in a table');
  return E.right({ width_twips: widthAt(text, one.end) });
};
