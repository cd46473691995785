import { asSeenIn } from '../../flow/symbols.ts';
import { bulletOf } from './bullet.ts';
import type { Level, List } from './list-definitions.ts';
import { numberInFormat } from './number-in-format.ts';

/** How far each level of a list has been counted; nothing of a level that begins anew. */
type Counts = Array<number | undefined>;

/** The number of the next paragraph of a list, as people see it; `undefined` where they see none. */
export type ListCounters = Readonly<{ next: (list: List, ilvl: number) => string | undefined }>;

const startOf = ({ starts, levels }: List, ilvl: number): number =>
  starts.get(ilvl) ?? levels.get(ilvl)?.start ?? 1;

/** Whether a level begins anew after a paragraph of a higher one (17.9.10). Both from 0. */
const restarts = (level: Level | undefined, ilvl: number, higher: number): boolean => {
  const after = level?.restartsAfter;
  return after === undefined || after > ilvl ? true : higher < after;
};

const written = (list: List, level: Level, counts: Counts): string => {
  const number = (ilvl: number): string => {
    const value = counts[ilvl] ?? startOf(list, ilvl);
    const own = list.levels.get(ilvl);
    return level.isLegal
      ? String(value)
      : numberInFormat(value, own?.format ?? 'decimal', own?.pattern);
  };
  const text = level.text.replace(/%([1-9])/g, (_, sign: string) => number(Number(sign) - 1));
  return asSeenIn(text, undefined).trim();
};

/**
 * Counts a document's lists, paragraph after paragraph in reading order (ECMA-376 part 1, 17.9).
 *
 * Lists made of one definition go on counting one after another; one that says where it begins does so when it is used
 * first. A higher level that had no paragraph yet counts as begun by a lower one: "1.1", then "2", as Word does
 * (Microsoft's article Q110380).
 */
export const listCounters = (): ListCounters => {
  const all = new Map<string, Counts>();
  const begun = new Set<string>();

  const count = (list: List, ilvl: number): Counts => {
    const counts = all.get(list.key) ?? [];
    all.set(list.key, counts);
    const use = `${list.id} ${ilvl}`;
    const before = counts[ilvl];
    const beginsAnew = before === undefined || (list.starts.has(ilvl) && !begun.has(use));
    begun.add(use);
    counts[ilvl] = beginsAnew ? startOf(list, ilvl) : before + 1;
    for (let higher = 0; higher < ilvl; higher += 1) counts[higher] ??= startOf(list, higher);
    for (let lower = ilvl + 1; lower < counts.length; lower += 1) {
      if (restarts(list.levels.get(lower), lower, ilvl)) counts[lower] = undefined;
    }
    return counts;
  };

  return {
    next: (list, ilvl) => {
      const level = list.levels.get(ilvl);
      const counts = count(list, ilvl);
      if (level === undefined || level.isHidden) return undefined;
      if (level.format === 'bullet')
        return level.text.trim() === '' ? undefined : bulletOf(level.text, level.font);
      const words = written(list, level, counts);
      return words === '' ? undefined : words;
    },
  };
};
