/** Property by its name in lower case, with its value as written; of those alone that are looked at. */
export type Declarations = ReadonlyMap<string, string>;

/** What says how words look, whether they are seen, and what is no words of the page at all. */
const known: ReadonlySet<string> = new Set([
  'background',
  'background-color',
  'color',
  'display',
  'visibility',
  'list-style',
  'list-style-type',
  'text-decoration',
  'text-decoration-line',
  'white-space',
  'font',
  'font-size',
  'mso-hide',
  'mso-list',
  'mso-element',
]);

/** No style of one element is longer; the rest is not looked at. */
const longest = 20_000;

/** Parts text at a sign, where that stands in no quotation and in no parentheses. */
const partsAt = (text: string, sign: string): ReadonlyArray<string> => {
  const parts: Array<string> = [];
  let from = 0;
  let quote = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const one = text.charAt(at);
    if (quote !== '') {
      if (one === quote) quote = '';
    } else if (one === '"' || one === "'") quote = one;
    else if (one === '(') depth += 1;
    else if (one === ')') depth = Math.max(0, depth - 1);
    else if (one === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
};

/** What a style attribute, or what stands in the braces of a rule, declares: of two of a name the later. */
export const declarationsOf = (style: string): Declarations =>
  new Map(
    partsAt(style.slice(0, longest), ';').flatMap((part) => {
      const colon = part.indexOf(':');
      if (colon < 0) return [];
      const value = part
        .slice(colon + 1)
        .replace(/!\s*important\s*$/iu, '')
        .trim();
      const property = part.slice(0, colon).trim().toLowerCase();
      return known.has(property) ? [[property, value] as const] : [];
    }),
  );
