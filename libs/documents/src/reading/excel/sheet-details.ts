import { limits } from '../limits.ts';
import { refuse } from '../refused-file.ts';
import type { XmlListener } from '../xml/parse-xml.ts';
import { type Attributes, isOn, wholeIn } from './attributes.ts';
import { type Area, areaOf, areasOf } from './cell-reference.ts';
import { inSheet } from './places.ts';

/** Columns beside one another that are laid out alike. */
export type LaidOutColumns = Readonly<{
  first: number;
  last: number;
  style: number | undefined;
  isHidden: boolean;
}>;

/** A rule that colours cells (conditional formatting), as the sheet's part writes it. */
export type WrittenRule = Readonly<{
  areas: ReadonlyArray<Area>;
  attributes: Attributes;
  formulas: ReadonlyArray<string>;
  /** Written in the part's extensions, for Excel 2010 and later alone. */
  isExtension: boolean;
}>;

export type WrittenLink = Readonly<{ area: Area; relationship: string }>;

/** What a sheet's part says besides its rows. */
export type SheetDetails = {
  columns: Array<LaidOutColumns>;
  merged: Array<Area>;
  rules: Array<WrittenRule>;
  links: Array<WrittenLink>;
  /** By the name of their element: "oddHeader". */
  aroundThePage: Array<readonly [element: string, words: string]>;
  isFiltered: boolean;
  embedded: number;
  controls: number;
};

/** Rectangles that rules may be given for: each is looked at in each row. */
const mostRuleAreas = 10_000;

const headersAndFooters = /^x:(?:odd|even|first)(?:Header|Footer)$/u;

type Growing = {
  areas: ReadonlyArray<Area>;
  attributes: Attributes;
  formulas: Array<string>;
  words: string | undefined;
};

const laidOut = (attributes: Attributes): LaidOutColumns => ({
  first: wholeIn(attributes, 'min') ?? 0,
  last: wholeIn(attributes, 'max') ?? 0,
  style: wholeIn(attributes, 'style'),
  isHidden: isOn(attributes['hidden']) || Number(attributes['width'] ?? 1) === 0,
});

const reader =
  (details: SheetDetails, capped: (list: ReadonlyArray<unknown>, what: string) => void) =>
  (element: string, attributes: Attributes): void => {
    switch (element) {
      case 'x:col':
        details.columns.push(laidOut(attributes));
        capped(details.columns, 'layouts of columns');
        break;
      case 'x:mergeCell': {
        const area = areaOf(attributes['ref'] ?? '');
        if (area !== undefined) details.merged.push(area);
        capped(details.merged, 'merged cells');
        break;
      }
      case 'x:hyperlink': {
        const area = areaOf(attributes['ref'] ?? '');
        const relationship = attributes['r:id'];
        if (area !== undefined && relationship !== undefined)
          details.links.push({ area, relationship });
        capped(details.links, 'links');
        break;
      }
      case 'x:filterColumn':
        details.isFiltered = true;
        break;
      case 'x:oleObject':
        details.embedded += 1;
        break;
      case 'x:control':
        details.controls += 1;
        break;
    }
  };

const blank = (): SheetDetails => ({
  columns: [],
  merged: [],
  rules: [],
  links: [],
  aroundThePage: [],
  isFiltered: false,
  embedded: 0,
  controls: 0,
});

/** Rules stand inside the element that says for which cells they are; in the extensions they say it after them. */
const ruleReader = (details: SheetDetails, tooMany: (seen: number) => void) => {
  let rule: Growing = { areas: [], attributes: {}, formulas: [], words: undefined };
  let waiting: Array<Growing> = [];
  let areas = 0;
  const add = ({ attributes, formulas }: Growing, isExtension: boolean): void => {
    details.rules.push({ areas: rule.areas, attributes, formulas, isExtension });
    areas += rule.areas.length;
    if (areas > mostRuleAreas) tooMany(areas);
  };
  return {
    open: (element: string, attributes: Attributes): void => {
      if (element === 'x:conditionalFormatting') rule.areas = areasOf(attributes['sqref'] ?? '');
      else if (element === 'x:cfRule' || element === 'x14:cfRule')
        rule = { areas: rule.areas, attributes, formulas: [], words: undefined };
      else if (element === 'x:formula' || element === 'f' || element === 'sqref') rule.words = '';
    },
    text: (words: string): void => {
      if (rule.words !== undefined) rule.words += words;
    },
    close: (element: string): void => {
      if (element === 'x:cfRule') add(rule, false);
      else if (element === 'x14:cfRule') waiting.push(rule);
      else if (element === 'x:formula' || element === 'f') rule.formulas.push(rule.words ?? '');
      else if (element === 'sqref') rule.areas = areasOf(rule.words ?? '');
      else if (element === 'x14:conditionalFormatting') {
        for (const one of waiting) add(one, true);
        waiting = [];
      }
      rule.words = undefined;
    },
  };
};

/** Collects what a sheet's part says besides its rows; what it says twice, for older programs, once. */
export const sheetDetails = (
  name: string,
  sheet: string,
): Readonly<{ listener: XmlListener; details: Readonly<SheetDetails> }> => {
  const details = blank();
  const over = (what: string, seen: number, limit: number): never =>
    refuse({ _tag: 'OverLimit', name, part: inSheet(sheet), what, seen, limit });
  const read = reader(details, (list, what) => {
    if (list.length > limits.rows) over(what, list.length, limits.rows);
  });
  const rules = ruleReader(details, (seen) =>
    over('ranges of cells that rules colour', seen, mostRuleAreas),
  );
  let fallbacks = 0;
  let around: string | undefined;
  return {
    details,
    listener: {
      open: (element, attributes) => {
        if (element === 'mc:Fallback') fallbacks += 1;
        if (fallbacks > 0) return;
        if (headersAndFooters.test(element)) around = '';
        read(element, attributes);
        rules.open(element, attributes);
      },
      text: (words) => {
        if (around !== undefined) around += words;
        rules.text(words);
      },
      close: (element) => {
        if (element === 'mc:Fallback') fallbacks -= 1;
        if (around !== undefined && headersAndFooters.test(element)) {
          details.aroundThePage.push([element.slice(2), around]);
          around = undefined;
        }
        rules.close(element);
      },
    },
  };
};
