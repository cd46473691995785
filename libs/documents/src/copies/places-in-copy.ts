import type { Place } from '@trackrecord/domain';
import { refAndTitle } from '@trackrecord/read-models';
import { comparedName } from './compared-words.ts';
import { nameSeparator, underNoPlace } from './copy-form.ts';
import type { ReturnedRow, WrittenRows } from './copy-row.ts';

const parts = ['priority', 'theme', 'result'] as const;

/** A priority, enabler, theme or result as copies call it, with the part of a place that it is. */
export type PlaceNamed = Readonly<{ name: string; place: Partial<Place> }>;

/** What places are called, as names are compared. */
export type PlacesNamed = ReadonlyMap<string, PlaceNamed>;

/** "Priority 2" of "Priority 2: Be healthy"; "Priority: Be safe" is known by its title alone. */
const withoutTitle = (name: string): string => /^\p{L}+ [^:]+(?=: )/u.exec(name)?.[0] ?? name;

/** Places as the plan has them now and as the copy was made with, by their names and by what stands before the title. */
export const placesNamed = (
  now: WrittenRows['places'],
  written: WrittenRows['places'],
): PlacesNamed => {
  const places = [...written, ...now].map(([name, place]) => ({ name, place }));
  const by = (called: (name: string) => string) =>
    places.map((one) => [comparedName(called(one.name)), one] as const);
  return new Map([...by(withoutTitle), ...by((name) => name)]);
};

const isNoPlace = (words: string): boolean => comparedName(words) === comparedName(underNoPlace);

/** Whether a heading is that of a priority or an enabler, or of the actions that are under none. */
export const isPlaceName =
  (places: PlacesNamed) =>
  (heading: string): boolean =>
    isNoPlace(heading) || places.has(comparedName(heading));

/** "2.1 Be safe" of "Theme 2.1: Be safe": as a paper has it above a theme's actions. */
const themeHeading = ({ name, place }: PlaceNamed): string | undefined =>
  place.theme === undefined
    ? undefined
    : comparedName(refAndTitle(place.theme, name.split(': ').slice(1).join(': ')));

/** The refs in "For results 2(i), 2(ii) and 3". */
const resultRefs = (part: string): ReadonlyArray<string> =>
  /^for results? (.+)$/u.exec(part)?.[1]?.split(/, | and /u) ?? [];

/** What the small heading says that a row stands under: its theme, or its results; nothing where it names none. */
const saidByPart = (part: string, places: PlacesNamed): ReturnedRow['cells'] => {
  const [words, all] = [comparedName(part), [...places.values()]];
  const theme = all.find((one) => themeHeading(one) === words)?.name;
  if (theme !== undefined) return { theme };
  const results = resultRefs(words).map(
    (ref) => all.find(({ place }) => place.results?.some((one) => comparedName(one) === ref))?.name,
  );
  return results.length === 0 || results.includes(undefined)
    ? {}
    : { result: results.join(nameSeparator) };
};

/** A row with its places as copies call them, however they are named in it; none where it stands under no priority. */
export const withPlaceNames =
  (places: PlacesNamed) =>
  (row: ReturnedRow): ReturnedRow => {
    const called = (words: string): string =>
      row.isUnderHeading && isNoPlace(words)
        ? ''
        : (places.get(comparedName(words))?.name ?? words);
    const named = parts.flatMap((part) => {
      const words = row.cells[part];
      return words === undefined ? [] : [[part, called(words)] as const];
    });
    const part = row.part === undefined ? {} : saidByPart(row.part, places);
    return { ...row, cells: { ...part, ...row.cells, ...Object.fromEntries(named) } };
  };

/** The place that some of the first parts together are the name of, the most that are; a title may hold what parts names. */
const firstPlace = (
  parts: ReadonlyArray<string>,
  places: PlacesNamed,
): Readonly<{ found: PlaceNamed; count: number }> | undefined =>
  parts
    .map((_, at) => parts.length - at)
    .flatMap((count) => {
      const found = places.get(comparedName(parts.slice(0, count).join('; ')));
      return found === undefined ? [] : [{ found, count }];
    })[0];

/** The places that a cell names; `undefined` where something in it is none that the plan has. */
export const placesInCell = (
  places: PlacesNamed,
  words: string,
): ReadonlyArray<PlaceNamed> | undefined => {
  const found: Array<PlaceNamed> = [];
  let parts: ReadonlyArray<string> = words.split(/;\s|\n/u).filter((part) => part.trim() !== '');
  // Nobody has a cell of so many, and each is looked for with all that follow it.
  if (parts.length > 100) return undefined;
  while (parts.length > 0) {
    const first = firstPlace(parts, places);
    if (first === undefined) return undefined;
    found.push(first.found);
    parts = parts.slice(first.count);
  }
  return found;
};
