import { type ActionLabel, recogniseActionLabel } from '../recognisers/action-label.ts';
import { isCellError } from '../recognisers/cell-error.ts';
import { isPlanNumber, planNumberIn } from '../recognisers/plan-number.ts';
import { recognisePriorityHeading, withoutKind } from '../recognisers/priority-heading.ts';
import { readLoneRating } from '../recognisers/rating.ts';
import { recogniseTitleRating, type TitleRating } from '../recognisers/title-rating.ts';
import { recogniseThemeHeading } from '../recognisers/theme-heading.ts';
import type { Finding } from './finding.ts';
import type { Columns, Open, Place } from './place.ts';
import { colourFindings } from './rating-findings.ts';
import { cellFindings, emptyField, ratingsIn, type RowCell } from './row-cells.ts';
import type { Here, Taken } from './step.ts';
import { asTitle } from './survey.ts';
import { saysRating, titledAction } from './titled-action.ts';

const longestRef = 60;

/** Where there are more, they are no themes. */
const mostThemes = 500;

const asRef = (text: string): string => text.replace(/\s+/g, ' ').slice(0, longestRef).trim();

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

type Placed = Readonly<{
  place: Place;
  found: ReadonlyArray<Finding>;
  used: ReadonlyArray<RowCell>;
}>;

const cellOf = (cells: ReadonlyArray<RowCell>, meaning: RowCell['meaning']): RowCell | undefined =>
  cells.find((cell) => cell.meaning === meaning && cell.text !== '' && !isCellError(cell.text));

/** "1. Play for every child": in a column of priorities its number and its title. */
const numberedPriority = /^(\d{1,2}[a-z]?)\s*[.):–—-]\s+(\S.*)$/iu;

const priorityIn = (words: string): Readonly<{ ref: string; title: string }> => {
  const heading = recognisePriorityHeading(words);
  const [, number, rest] = numberedPriority.exec(words) ?? [];
  const own = withoutKind(words);
  const ref = heading?.ref ?? number?.toLowerCase() ?? asRef(own);
  return { ref, title: heading?.title || (rest ?? own) };
};

/**
 * Under the heading of a priority, a column of objectives parts that priority: they are its themes. A cell that names
 * a priority of the plan, by its number or its title, moves there.
 */
const partsOfHeaded = (
  cells: ReadonlyArray<RowCell>,
  { place: { isHeaded }, survey }: Here,
  { meanings }: Columns,
): ReadonlyArray<RowCell> => {
  if (isHeaded !== true || [...meanings.values()].includes('theme')) return cells;
  const isKnown = (words: string): boolean => {
    const { ref, title } = priorityIn(words);
    return (
      recognisePriorityHeading(words) !== undefined ||
      survey.priorities.includes(ref) ||
      survey.titledPriorities.has(asTitle(title))
    );
  };
  return cells.map((cell) =>
    cell.meaning === 'priority' && !isKnown(onOneLine(cell.text))
      ? { ...cell, meaning: 'theme' }
      : cell,
  );
};

/** A priority's cell holds for the rows beside it, and where those below are blank or covered by it, for them too. */
const inPriority = (cells: ReadonlyArray<RowCell>, { place, survey }: Here): Placed => {
  const cell = cellOf(cells, 'priority');
  const [block, ...more] = cell?.blocks ?? [];
  if (cell === undefined || block === undefined) return { place, found: [], used: [] };
  const { ref: own, title } = priorityIn(onOneLine(cell.text));
  const ref = survey.titledPriorities.get(asTitle(title)) ?? own;
  return {
    place: { ...place, under: { priority: ref } },
    found: [
      { found: 'priority', block, ref, title },
      ...more.map((further): Finding => ({ found: 'priority', block: further, ref, title })),
    ],
    used: [cell],
  };
};

/** The same of a theme, which is one of the priority's that it stands beside. */
const inTheme = (cells: ReadonlyArray<RowCell>, { place, found, used }: Placed): Placed => {
  const cell = cellOf(cells, 'theme');
  const [block, ...more] = cell?.blocks ?? [];
  if (cell === undefined || block === undefined) return { place, found, used };
  const heading = recogniseThemeHeading(onOneLine(cell.text));
  const { priority } = place.under;
  const title = onOneLine(cell.text);
  const first = place.themes.get(title) ?? priority ?? '';
  // Two priorities may each have a theme of the same name.
  const own = first === (priority ?? '') ? title : `${title} (${priority ?? ''})`;
  const ref = heading?.ref ?? asRef(own);
  const theme = { ref, title: heading?.title ?? title };
  const under = priority === undefined ? {} : { priority };
  const themes =
    place.themes.has(title) || place.themes.size >= mostThemes
      ? place.themes
      : new Map([...place.themes, [title, first] as const]);
  return {
    place: { ...place, themes, under: { ...under, theme: ref } },
    found: [
      ...found,
      ...[block, ...more].map((one): Finding => ({
        found: 'theme',
        block: one,
        ...theme,
        ...under,
      })),
    ],
    used: [...used, cell],
  };
};

/** "4 – Amber" beside a title: a number, and words in the place of its colour. */
const ratedNumber = (ref: string): TitleRating | undefined => {
  const rated = recogniseTitleRating(ref);
  return rated !== undefined && isPlanNumber(rated.title) ? rated : undefined;
};

/** The number as written: in a column of its own, at the title's beginning, or in the cell that spans these rows. */
const labelOf = (
  here: Here,
  cells: ReadonlyArray<RowCell>,
  title: string,
): Readonly<{ label: string; number?: string; words: string }> => {
  const refCell = cells.find(({ meaning }) => meaning === 'ref');
  const { open } = here.place;
  const inTitle = recogniseActionLabel(title);
  const ref = ratedNumber(refCell?.text ?? '')?.title ?? refCell?.text ?? '';
  const own: ActionLabel | undefined =
    inTitle._tag === 'Some' && ref === '' ? inTitle.value : undefined;
  const isCovered =
    refCell === undefined &&
    here.place.columns !== undefined &&
    [...here.place.columns.meanings.values()].includes('ref');
  const spanning = isCovered && open.kind === 'action' ? open.label : undefined;
  const label = own?.label ?? (ref === '' ? (spanning ?? '') : ref);
  const number = own?.number ?? planNumberIn(label);
  return {
    label: onOneLine(label),
    ...(number === undefined ? {} : { number }),
    words: own?.rest ?? title,
  };
};

const openRow = (key: number, label: string, rated: boolean): Open => ({
  kind: 'action',
  key,
  stage: 'fields',
  style: 'row',
  rated,
  hasTitle: true,
  label,
});

/** What words say where other rows have nothing but a colour. */
const inWords = ({
  meaning,
  text,
}: RowCell): Pick<TitleRating, 'rating' | 'asWritten'> | undefined => {
  if (meaning === 'ref') return ratedNumber(text);
  const rating = meaning === 'action' ? undefined : readLoneRating(text);
  return rating === undefined ? undefined : { rating, asWritten: text };
};

/** Where a table has no column for ratings: what the colours of its rows say, and words in their place. */
const byColour = (key: number, cells: ReadonlyArray<RowCell>): ReadonlyArray<Finding> =>
  cells
    .filter(({ rates, meaning }) => rates && meaning !== 'rating')
    .map((cell): ReadonlyArray<Finding> => {
      const [block] = cell.blocks;
      if (block === undefined) return [];
      const said = inWords(cell);
      if (said === undefined) return colourFindings(block, key, cell.colour);
      const { rating, asWritten } = said;
      return [
        { found: 'rating', block, key, rating, asWritten },
        ...(cell.colour._tag === 'Rated' ? colourFindings(block, key, cell.colour) : []),
      ];
    })
    .find((found) => found.length > 0) ?? [];

/** A row that says what is to be done. */
export const newAction = (
  here: Here,
  row: ReadonlyArray<RowCell>,
  title: RowCell,
  columns: Columns,
): Taken | undefined => {
  const cells = partsOfHeaded(row, here, columns);
  const [first, ...more] = title.blocks;
  if (first === undefined) return undefined;
  const key = first.index;
  const { words, ...label } = labelOf(here, cells, title.text);
  const { place, found: placed, used } = inTheme(cells, inPriority(cells, here));
  const within = { ...here, place };
  const others = cells.filter(
    (cell) => cell !== title && cell.meaning !== 'rating' && !used.includes(cell),
  );
  const found = [
    ...placed,
    ...titledAction({ block: first, key, ...label, numbering: 'plan', words, under: place.under }),
    ...emptyField(key, more, 'title'),
    ...others.flatMap((cell) => cellFindings(within, key, cell)),
    ...ratingsIn(within, key, cells, columns),
    ...byColour(key, cells),
  ];
  return {
    found,
    place: { ...place, section: 'actions', open: openRow(key, label.label, saysRating(found)) },
    blocks: 0,
  };
};
