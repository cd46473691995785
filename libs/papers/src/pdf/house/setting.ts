import { childrenNamed, type XmlElement } from '@trackrecord/documents';
import { ink as ownInk } from '../kit/look.ts';
import type { Aligned, ParagraphSetting, Rule, RunSetting, TabStop } from './house.ts';
import type { Notes } from './notes.ts';
import { readable } from './readable.ts';
import {
  attribute,
  colourOf,
  isOn,
  lengthOf,
  lookup,
  numberOf,
  type Properties,
} from './values.ts';

/** Sizes of letters that a page can hold. */
const [smallest, largest] = [4, 144];

/** Word's own size where nothing is said (ECMA-376, part 1, 17.3.2.38). */
const usualSize = 10;

const sizeOf = (run: Properties): number => {
  const size = (numberOf(attribute(run, 'w:sz', 'w:val')) ?? usualSize * 2) / 2;
  return Math.min(largest, Math.max(smallest, size));
};

const setOn = (
  run: Properties,
  ground: string,
): RunSetting & Readonly<{ said: string | undefined }> => {
  const [size, bold] = [sizeOf(run), isOn(run, 'w:b')];
  const said = colourOf(attribute(run, 'w:color', 'w:val'));
  const ink = readable(said ?? ownInk, ground, { size, bold });
  return { size, bold, ink, underlined: isOn(run, 'w:u'), said };
};

/** How words are set, on a ground of a colour: what could not be read there is made readable. */
export const runSettingOf = (run: Properties, ground: string): RunSetting => {
  const { size, bold, ink, underlined } = setOn(run, ground);
  return { size, bold, ink, underlined };
};

/** Notes what of words is not as it is in the template, for words that are seen. */
export const noteWords = (run: Properties, ground: string, notes: Notes): void => {
  const { said, ink } = setOn(run, ground);
  if (said !== undefined && ink !== said) notes.colours.add(said.toUpperCase());
  fontsOf(run).forEach((font) => notes.fonts.add(font));
};

/** The names of fonts that words are in, as far as they are named. */
const fontsOf = (run: Properties): ReadonlyArray<string> => {
  const name = attribute(run, 'w:rFonts', 'w:ascii');
  return name === undefined || name === '' ? [] : [name.slice(0, 60)];
};

/** Word's ways to say how lines stand: to both sides is to the left here. */
const aligned: Readonly<Record<string, Aligned>> = {
  center: 'center',
  right: 'right',
  end: 'right',
};

const stopsOf = (paragraph: Properties): ReadonlyArray<TabStop> => {
  const stops = new Map<number, Aligned>();
  for (const properties of paragraph) {
    const tabs = lookup([properties], 'w:tabs');
    for (const { attributes } of tabs === undefined ? [] : childrenNamed(tabs, 'w:tab')) {
      const at = lengthOf(attributes['w:pos']);
      const kind = attributes['w:val'] ?? 'left';
      if (at === undefined) continue;
      if (kind === 'clear') stops.delete(at);
      else if (kind !== 'bar') stops.set(at, aligned[kind] ?? 'left');
    }
  }
  return [...stops]
    .map(([at, align]) => ({ at, align }))
    .toSorted((one, other) => one.at - other.at);
};

const linesOf = (paragraph: Properties): ParagraphSetting['lines'] => {
  const [rule, line] = [
    attribute(paragraph, 'w:spacing', 'w:lineRule'),
    attribute(paragraph, 'w:spacing', 'w:line'),
  ];
  const points = lengthOf(line);
  if (points === undefined || points <= 0) return { _tag: 'Part', part: 1 };
  if (rule === 'exact') return { _tag: 'Exactly', points };
  // 240 parts are one line.
  return rule === 'atLeast'
    ? { _tag: 'AtLeast', points }
    : { _tag: 'Part', part: Math.min(5, (points * 20) / 240) };
};

/** A line on a side of what has borders. @param borders "w:pBdr" of a paragraph, "w:tblBorders" of a table */
export const ruleOf = (borders: XmlElement | undefined, side: string): Rule | undefined => {
  const found = lookup([borders], side)?.attributes;
  const kind = found?.['w:val'] ?? 'none';
  if (found === undefined || kind === 'none' || kind === 'nil') return undefined;
  return {
    thickness: Math.min(12, Math.max(0.25, (numberOf(found['w:sz']) ?? 4) / 8)),
    colour: colourOf(found['w:color']) ?? ownInk,
    space: Math.min(31, Math.max(0, numberOf(found['w:space']) ?? 1)),
  };
};

export const fillOf = (properties: Properties): string | undefined =>
  colourOf(attribute(properties, 'w:shd', 'w:fill'));

const lengthIn = (
  paragraph: Properties,
  property: string,
  ...names: ReadonlyArray<string>
): number => lengthOf(attribute(paragraph, property, ...names)) ?? 0;

const positive = (length: number): number => Math.max(0, length);

/** How a paragraph is set. @param run how a run in it is set that says nothing of itself */
export const paragraphSettingOf = (paragraph: Properties, run: RunSetting): ParagraphSetting => ({
  joins: isOn(paragraph, 'w:contextualSpacing')
    ? (attribute(paragraph, 'w:pStyle', 'w:val') ?? '')
    : undefined,
  align: aligned[attribute(paragraph, 'w:jc', 'w:val') ?? ''] ?? 'left',
  above: positive(lengthIn(paragraph, 'w:spacing', 'w:before')),
  below: positive(lengthIn(paragraph, 'w:spacing', 'w:after')),
  left: positive(lengthIn(paragraph, 'w:ind', 'w:left', 'w:start')),
  right: positive(lengthIn(paragraph, 'w:ind', 'w:right', 'w:end')),
  first: lengthIn(paragraph, 'w:ind', 'w:firstLine') - lengthIn(paragraph, 'w:ind', 'w:hanging'),
  lines: linesOf(paragraph),
  stops: stopsOf(paragraph),
  fill: fillOf(paragraph),
  ruleAbove: ruleOf(lookup(paragraph, 'w:pBdr'), 'w:top'),
  ruleBelow: ruleOf(lookup(paragraph, 'w:pBdr'), 'w:bottom'),
  run,
});
