import { withoutGoogleTable } from '../sheets-of-google.ts';
import { type Declarations, declarationsOf } from './declarations-of.ts';

/** What the style sheets of a page say of an element of a name and of classes. */
export type StyleRules = (name: string, classes: ReadonlyArray<string>) => Declarations;

/** A page has a few hundred; what comes after so many is not looked at. */
const mostRules = 20_000;

const withoutComments = (css: string): string => {
  const parts: Array<string> = [];
  let at = 0;
  for (;;) {
    const open = css.indexOf('/*', at);
    if (open < 0) break;
    parts.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return parts.join(' ');
    at = close + 2;
  }
  return [...parts, css.slice(at)].join(' ').replace(/<!--|-->/gu, ' ');
};

type Rule = Readonly<{ selectors: string; inside: string }>;

/** The rules at the top: what is in an at-rule (@media, @font-face) is passed over with it. */
const rulesIn = (css: string): ReadonlyArray<Rule> => {
  const rules: Array<Rule> = [];
  let from = 0;
  let inside = 0;
  let depth = 0;
  for (let at = 0; at < css.length && rules.length < mostRules; at += 1) {
    const sign = css.charAt(at);
    if (sign === '{') {
      depth += 1;
      if (depth === 1) inside = at + 1;
    } else if (sign === '}' && depth > 0) {
      depth -= 1;
      if (depth > 0) continue;
      rules.push({ selectors: css.slice(from, inside - 1), inside: css.slice(inside, at) });
      from = at + 1;
    } else if (sign === ';' && depth === 0) from = at + 1;
  }
  return rules.filter(({ selectors }) => !selectors.trimStart().startsWith('@'));
};

/** "td", ".amber" and "td.amber"; anything that needs more than the element itself is left out. */
const simple = /^(?:[a-z][a-z0-9]*|(?:[a-z][a-z0-9]*)?\.[\w-]+)$/iu;

/** "TD.amber" as "td.amber": names of elements have no case, names of classes do. */
const keyOf = (selector: string): string => {
  const dot = selector.indexOf('.');
  return dot < 0
    ? selector.toLowerCase()
    : selector.slice(0, dot).toLowerCase() + selector.slice(dot);
};

/**
 * The plain rules of style sheets: of an element, of a class, of an element with a class.
 * The more a rule says of whom it is for, the more it counts; of two alike the later.
 */
export const styleRules = (sheets: ReadonlyArray<string>): StyleRules => {
  const bySelector = new Map<string, Map<string, string>>();
  for (const { selectors, inside } of sheets.flatMap((css) => rulesIn(withoutComments(css)))) {
    const declared = declarationsOf(inside);
    for (const selector of selectors.split(',').map((one) => withoutGoogleTable(one.trim()))) {
      if (!simple.test(selector)) continue;
      const key = keyOf(selector);
      const own = bySelector.get(key) ?? new Map<string, string>();
      for (const [property, value] of declared) own.set(property, value);
      bySelector.set(key, own);
    }
  }
  return (name, classes) =>
    new Map(
      [name, ...classes.map((one) => `.${one}`), ...classes.map((one) => `${name}.${one}`)].flatMap(
        (key) => [...(bySelector.get(key) ?? [])],
      ),
    );
};
