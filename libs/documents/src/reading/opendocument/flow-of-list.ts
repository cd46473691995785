import type { Flow } from '../flow/flow.ts';
import { elementsOf, type XmlElement } from '../xml/xml-element.ts';
import { wholeIn } from './attributes.ts';
import { type Counters, countNext, type Levels, levelsOf, markerAt } from './list-levels.ts';
import type { ListCount, Story } from './story.ts';

/** Lists inside one another, at most: the standard has ten levels. */
const mostLevels = 10;

/** A list while its items are read. */
export type ListAt = Readonly<{ style: string; level: number; counters: Counters }>;

/** Reads what stands in an item; the marker is for its first paragraph. */
export type ItemContent = (
  element: XmlElement,
  marker: (() => string | undefined) | undefined,
  list: ListAt,
) => ReadonlyArray<Flow>;

const levelsNamed = ({ styles, levelsByStyle }: Story, style: string): Levels => {
  const known = levelsByStyle.get(style);
  if (known !== undefined) return known;
  const found = styles.named('text:list-style', style) ?? styles.named('text:outline-style', style);
  const levels = levelsOf(found);
  levelsByStyle.set(style, levels);
  return levels;
};

/** The list that a list goes on with, or one that begins anew. */
const countOf = (list: XmlElement, style: string, story: Story): ListCount => {
  const { attributes } = list;
  const goesOn =
    story.listsById.get(attributes['text:continue-list'] ?? '') ??
    (attributes['text:continue-numbering'] === 'true' ? story.listsByStyle.get(style) : undefined);
  const count = goesOn ?? { style, counters: new Map<number, number>() };
  story.listsByStyle.set(style, count);
  const id = attributes['xml:id'];
  if (id !== undefined) story.listsById.set(id, count);
  return count;
};

/** A paragraph asks for its item's marker once: the item is counted when it does. */
const markerOnce = (
  item: XmlElement,
  { style, level, counters }: ListAt,
  story: Story,
): (() => string | undefined) => {
  let isAsked = false;
  return () => {
    if (isAsked) return undefined;
    isAsked = true;
    const levels = levelsNamed(story, item.attributes['text:style-override'] ?? style);
    countNext(levels, counters, level, wholeIn(item, 'text:start-value'));
    return levels.size === 0 ? '•' : markerAt(levels, counters, level);
  };
};

/** A list, with the numbers of its items as a reader sees them. */
export const flowOfList = (
  list: XmlElement,
  story: Story,
  outer: ListAt | undefined,
  content: ItemContent,
): ReadonlyArray<Flow> => {
  const style = list.attributes['text:style-name'] ?? outer?.style ?? '';
  const counters = outer?.counters ?? countOf(list, style, story).counters;
  const level = Math.min(mostLevels, (outer?.level ?? 0) + 1);
  const at: ListAt = { style, level, counters };
  return elementsOf(list).flatMap((item) => {
    if (item.name === 'text:list-header') return content(item, undefined, at);
    return item.name === 'text:list-item' ? content(item, markerOnce(item, at, story), at) : [];
  });
};
