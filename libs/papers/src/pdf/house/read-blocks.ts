import { childAt, childrenNamed, elementsOf, type XmlElement } from '@trackrecord/documents';
import { fillPlaceholders, placeholdersIn } from './fill-placeholders.ts';
import { isUnshown } from './fields.ts';
import type {
  HouseBlock,
  HouseCell,
  HouseParagraph,
  HousePart,
  HouseRun,
  HouseTable,
  ParagraphSetting,
} from './house.ts';
import { type Inline, readRuns } from './read-runs.ts';
import type { Reading } from './reading.ts';
import { fillOf, paragraphSettingOf, ruleOf, runSettingOf } from './setting.ts';
import { type Said, saidOfParagraph, saidOfRun, saidOfTable } from './styles.ts';
import { isOn, lengthOf, lookup, numberOf, wrappedChildren } from './values.ts';

const headingOf = ({ line, paragraph }: Said): number | undefined => {
  const named = line.map(({ name }) => /^heading ([1-9])$/u.exec(name)?.[1]).findLast(Boolean);
  if (named !== undefined) return Number(named);
  const level = numberOf(lookup(paragraph, 'w:outlineLvl')?.attributes['w:val']);
  return level !== undefined && level >= 0 && level < 9 ? level + 1 : undefined;
};

/** The runs before, between and after breaks of the page. */
const atPageBreaks = ({ runs }: Inline): ReadonlyArray<ReadonlyArray<HouseRun>> => {
  const pages: Array<Array<HouseRun>> = [[]];
  for (const run of runs) {
    if (run._tag === 'PageBreak') pages.push([]);
    else pages.at(-1)?.push(run);
  }
  return pages;
};

const newPage: HouseBlock = { _tag: 'NewPage' };

const isWordless = (runs: ReadonlyArray<HouseRun>): boolean =>
  runs.every((run) => run._tag === 'Tab' || (run._tag === 'Words' && run.words.trim() === ''));

type Listed = Pick<HouseParagraph, 'marker' | 'setting'>;

/** How far each level of a list is set in, where nothing else is said. */
const step = 18;

/** A paragraph with its bullet or number, where it is in a list: its words are set in, and the sign stands before them. */
const asListed = (
  setting: ParagraphSetting,
  { paragraph }: Said,
  { lists, counters }: Reading,
): Listed => {
  const said = (name: string): string | undefined =>
    paragraph
      .flatMap((one) => (one === undefined ? [] : childrenNamed(one, 'w:numPr')))
      .flatMap((one) => childAt(one, name)?.attributes['w:val'] ?? [])
      .at(-1);
  const [list, level] = [lists.get(said('w:numId') ?? ''), numberOf(said('w:ilvl')) ?? 0];
  const words = list === undefined ? undefined : counters.next(list, level);
  if (words === undefined) return { marker: undefined, setting };
  const isSetIn = setting.left > 0 || setting.first !== 0;
  return {
    marker: { words, setting: { ...setting.run, underlined: false } },
    setting: isSetIn ? setting : { ...setting, left: step * (level + 1), first: -step },
  };
};

const readParagraph = (element: XmlElement, outer: Reading): ReadonlyArray<HousePart> => {
  const { styles, notes } = outer;
  const wasUnshown = isUnshown(outer.fields, notes);
  const said = saidOfParagraph(styles, childAt(element, 'w:pPr'), outer.table);
  const fill = fillOf(said.paragraph);
  const reading = { ...outer, ground: fill ?? outer.ground };
  const mark = saidOfRun(styles, said, childAt(element, 'w:pPr', 'w:rPr'));
  const inline = readRuns(element, said, reading);
  const run = runSettingOf(mark, reading.ground);
  const { marker, setting } = asListed(paragraphSettingOf(said.paragraph, run), said, reading);
  const pages = atPageBreaks(inline).map((runs): ReadonlyArray<HousePart> => {
    const placeholders = placeholdersIn(runs);
    if (placeholders.includes('paper')) return [{ _tag: 'Paper' }];
    if ((inline.runs.length > runs.length || wasUnshown) && isWordless(runs)) return [];
    const isTitle = placeholders.includes('title');
    const filled = fillPlaceholders(runs, reading.words);
    const heading = headingOf(said);
    return [{ _tag: 'Paragraph', runs: filled, setting, marker, heading, isTitle }];
  });
  if (inline.boxes.length > 0)
    notes.others.add('Words of text boxes stand where the box is anchored, without its frame.');
  return [
    ...(isOn(said.paragraph, 'w:pageBreakBefore') ? [newPage] : []),
    ...inline.floating,
    ...pages.flatMap((parts, index) => (index === 0 ? parts : [newPage, ...parts])),
    ...inline.boxes.flatMap((box) => readBlocks(box, outer)),
  ];
};

/** Where columns of a table begin and end, from its grid; of one without widths, all of the same. */
const gridOf = (table: XmlElement): ReadonlyArray<number> => {
  const grid = childAt(table, 'w:tblGrid');
  const widths = (grid === undefined ? [] : childrenNamed(grid, 'w:gridCol')).map(
    ({ attributes }) => Math.max(0, lengthOf(attributes['w:w']) ?? 0),
  );
  const isSaid = widths.length > 0 && widths.every((width) => width > 0);
  const most = wrappedChildren(table, 'w:tr').reduce(
    (sofar, row) => Math.max(sofar, wrappedChildren(row, 'w:tc').length),
    Math.max(1, widths.length),
  );
  return isSaid ? widths : Array.from({ length: most }, () => 1);
};

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((all, one) => all + one, 0);

const readRow = (
  row: XmlElement,
  grid: ReadonlyArray<number>,
  reading: Reading,
): ReadonlyArray<HouseCell> => {
  let column = numberOf(childAt(row, 'w:trPr', 'w:gridBefore')?.attributes['w:val']) ?? 0;
  return wrappedChildren(row, 'w:tc').map((cell) => {
    const properties = childAt(cell, 'w:tcPr');
    const said = numberOf(lookup([properties], 'w:gridSpan')?.attributes['w:val']) ?? 1;
    const span = Math.min(grid.length, Math.max(1, said));
    const [left, width] = [sum(grid.slice(0, column)), sum(grid.slice(column, column + span))];
    column += span;
    const merged = lookup([properties], 'w:vMerge');
    const goesOn = merged !== undefined && merged.attributes['w:val'] !== 'restart';
    const fill = fillOf([properties]);
    const inside = { ...reading, ground: fill ?? reading.ground };
    return { left, width, fill, blocks: goesOn ? [] : readBlocks(cell, inside) };
  });
};

/** The lines of a table: of all its rows the same, as most tables have them. */
const linesOf = (borders: XmlElement | undefined): HouseTable['lines'] => {
  const [rule] = ['w:insideH', 'w:bottom', 'w:top'].flatMap((side) => ruleOf(borders, side) ?? []);
  const upright = ruleOf(borders, 'w:insideV') ?? ruleOf(borders, 'w:left');
  return rule === undefined ? undefined : { rule, upright: upright !== undefined };
};

const readTable = (table: XmlElement, reading: Reading): HouseTable => {
  const own = childAt(table, 'w:tblPr');
  const style = lookup([own], 'w:tblStyle')?.attributes['w:val'];
  const properties = [...saidOfTable(reading.styles, style), own];
  const grid = gridOf(table);
  const wide = lookup([own], 'w:tblW')?.attributes;
  const width = sum(grid);
  return {
    _tag: 'Table',
    width,
    fillsRoom:
      width === grid.length ||
      (wide?.['w:type'] === 'pct' && /^(?:5000|100%)$/u.test(wide['w:w'] ?? '')),
    lines: linesOf(lookup(properties, 'w:tblBorders')),
    rows: wrappedChildren(table, 'w:tr').map((row) =>
      readRow(row, grid, { ...reading, table: style }),
    ),
  };
};

/** Whether a block is Word's own list of contents. */
export const isContents = (block: XmlElement): boolean =>
  childAt(block, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ===
  'Table of Contents';

/** What stands in a body, a cell, a header or a text box, with the place of the paper where that is among it. */
export const readParts = (container: XmlElement, reading: Reading): ReadonlyArray<HousePart> =>
  elementsOf(container).flatMap((block): ReadonlyArray<HousePart> => {
    switch (block.name) {
      case 'w:p':
        return readParagraph(block, reading);
      case 'w:tbl':
        return [readTable(block, reading)];
      case 'w:sdt':
        if (isContents(block)) {
          reading.notes.others.add(
            'The list of contents is left out: the PDF has bookmarks instead.',
          );
          return [];
        }
        return readParts(block, reading);
      case 'w:sdtContent':
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        return readParts(block, reading);
      case 'mc:AlternateContent':
        return readParts(childAt(block, 'mc:Choice') ?? block, reading);
      default:
        return [];
    }
  });

/** As {@link readParts}, where no paper can stand. */
export const readBlocks = (container: XmlElement, reading: Reading): ReadonlyArray<HouseBlock> =>
  readParts(container, reading).flatMap((part) => (part._tag === 'Paper' ? [] : [part]));
