import { textOf } from '../../package/package-parts.ts';
import type { PaperRefusal } from '../paper-refusal.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Links are followed by whoever clicks on them; the template of a template is left out of what is written. */
const mayLeadOutside = /\/(?:hyperlink|attachedTemplate)$/u;

/** Fields that fetch or start something when Word opens the paper. */
const fetching = new Set([
  'DDE',
  'DDEAUTO',
  'IMPORT',
  'INCLUDE',
  'INCLUDEPICTURE',
  'INCLUDETEXT',
  'LINK',
]);

/** More than any cover has; pages, and runs of words, cost each paper anew. */
const most = { 'page breaks': 200, 'runs of words': 20_000 } as const;

const decoded = (text: string): string =>
  text.replace(/&#(x?)([\da-f]{1,6});/giu, (_, hex: string, digits: string) =>
    String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(digits, hex === '' ? 10 : 16) || 32)),
  );

const attribute = (tag: string, name: string): string =>
  decoded(new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? '');

const leadsOutside = (parts: Parts): PaperRefusal | undefined => {
  for (const name of parts.keys()) {
    if (!name.endsWith('.rels')) continue;
    for (const [tag] of textOf(parts, name).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/gu)) {
      const type = attribute(tag, 'Type');
      if (/^external$/iu.test(attribute(tag, 'TargetMode')) && !mayLeadOutside.test(type))
        return { _tag: 'LeadsOutside', part: name, what: type.split('/').at(-1) ?? '' };
    }
  }
  return undefined;
};

/** What fields begin with; a code may be written in several pieces. */
const fieldNames = (xml: string): ReadonlyArray<string> => {
  const codes: Array<string> = [];
  const pieces =
    /<w:fldSimple\b[^>]*>|<w:fldChar\b[^>]*\bw:fldCharType\s*=\s*["']begin["'][^>]*>|<w:instrText\b[^>]*>([^<]*)/gu;
  for (const [tag, code] of xml.matchAll(pieces)) {
    if (tag.startsWith('<w:fldSimple')) codes.push(attribute(tag, 'w:instr'), '');
    else if (code === undefined) codes.push('');
    else codes.push(`${codes.pop() ?? ''}${code}`);
  }
  return codes.map((code) => (/^\s*([A-Za-z]+)/u.exec(decoded(code))?.[1] ?? '').toUpperCase());
};

const inWords = (parts: Parts): ReadonlyArray<string> =>
  [...parts.keys()]
    .filter((name) =>
      /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/iu.test(name),
    )
    .map((name) => textOf(parts, name));

const isTooMuch = (texts: ReadonlyArray<string>): PaperRefusal | undefined => {
  const count = (pattern: RegExp): number =>
    texts.reduce((all, text) => all + (text.match(pattern)?.length ?? 0), 0);
  const seen = {
    'page breaks': count(/\bw:type\s*=\s*["']page["']|<w:pageBreakBefore\b|<w:sectPr\b/gu),
    'runs of words': count(/<w:(?:r|t|tab|fldChar)\b|\t/gu),
  };
  const what = (['page breaks', 'runs of words'] as const).find((one) => seen[one] > most[one]);
  return what === undefined
    ? undefined
    : {
        _tag: 'TemplateNotRead',
        refusal: {
          _tag: 'OverLimit',
          name: 'the template',
          part: 'it',
          what,
          seen: seen[what],
          limit: most[what],
        },
      };
};

/** What a template may not hold: parts from elsewhere, fields that fetch or start something, more than a cover needs. */
export const unsafeIn = (parts: Parts): PaperRefusal | undefined => {
  const texts = inWords(parts);
  const field = texts.flatMap(fieldNames).find((name) => fetching.has(name));
  return (
    leadsOutside(parts) ??
    (field === undefined ? undefined : { _tag: 'FetchingField', field }) ??
    isTooMuch(texts)
  );
};

/** Without the template that a template was made from: Word would fetch it on opening the paper. */
export const withoutItsTemplate = (settings: string): string =>
  settings.replace(
    /<w:attachedTemplate\b[^>]*?\/>|<w:attachedTemplate\b[^>]*>[^<]*<\/w:attachedTemplate>/gu,
    '',
  );

/** The same of what its settings lead to. */
export const withoutItsTemplateLink = (relationships: string): string =>
  relationships.replace(/<(?:\w+:)?Relationship\b[^>]*\/attachedTemplate["'][^>]*>/gu, '');
