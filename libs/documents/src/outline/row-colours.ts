import type { ColourSays } from './colour-sense.ts';
import type { Shades } from './place.ts';
import { mostColumns, type TableCell, type TableRow } from './table-rows.ts';

/** What a colour says; the same for all cells of a document. */
export type SaysColour = (cell: Pick<TableCell, 'fill'>) => ColourSays;

const hexOf = ({ fill }: TableCell): string | undefined =>
  fill?.by === 'cell' || fill?.by === 'rule' ? fill.hex : undefined;

/** The colour of a whole row: of all its cells, or of all but one where it has several. */
export const rowFill = ({ cells }: TableRow): string | undefined => {
  const own = cells.filter(({ rows }) => rows === 1).map(hexOf);
  const counts = new Map<string, number>();
  for (const hex of own) if (hex !== undefined) counts.set(hex, (counts.get(hex) ?? 0) + 1);
  const [commonest] = [...counts].sort(([, a], [, b]) => b - a);
  if (commonest === undefined || own.length < 2) return undefined;
  const [hex, count] = commonest;
  return count === own.length || (own.length >= 3 && count === own.length - 1) ? hex : undefined;
};

/** Fewer rows than these show no pattern. */
const fewest = 3;

const tagOf = (says: SaysColour, hex: string | undefined): string => {
  if (hex === undefined) return 'Nothing';
  const said = says({ fill: { hex, by: 'cell' } });
  return said._tag === 'Rated' ? said.rating : said._tag;
};

const isRating = (tag: string): boolean => tag !== 'Nothing' && tag !== 'Unclear';

/** Every other row in the same colour, whatever it says: bands. Two ratings that happen to take turns are none. */
export const areBands = (says: SaysColour, colours: ReadonlyArray<string | undefined>): boolean => {
  const [first, second] = colours;
  if (colours.length < fewest || first === second) return false;
  const alternate = colours.every((hex, at) => hex === (at % 2 === 0 ? first : second));
  const [one, other] = [tagOf(says, first), tagOf(says, second)];
  return alternate && !(isRating(one) && isRating(other) && one !== other);
};

const isOneShade = (says: SaysColour, colours: ReadonlyArray<string | undefined>): boolean => {
  const [first] = colours;
  return (
    colours.length >= fewest &&
    first !== undefined &&
    colours.every((hex) => hex === first) &&
    ['Unclear', 'Nothing', 'Complete'].includes(tagOf(says, first))
  );
};

/** A column in one colour that rates nothing. */
const shadedColumns = (
  says: SaysColour,
  body: ReadonlyArray<TableRow>,
): ReadonlyMap<number, string> => {
  const byColumn = new Map<number, Array<string | undefined>>();
  for (const { cells } of body) {
    for (const cell of cells) {
      if (cell.column > mostColumns) break;
      const hexes = byColumn.get(cell.column) ?? [];
      byColumn.set(cell.column, hexes);
      hexes.push(hexOf(cell));
    }
  }
  return new Map(
    [...byColumn].flatMap(([column, hexes]) => {
      const [hex] = hexes;
      const isShade = hexes.length >= fewest && hexes.every((one) => one === hex);
      return hex !== undefined && isShade && tagOf(says, hex) === 'Unclear'
        ? [[column, hex] as const]
        : [];
    }),
  );
};

/** The colours of columns and rows that only make a table easier to read. */
export const shadesOf = (says: SaysColour, body: ReadonlyArray<TableRow>): Shades => {
  const ofRows = body.map(rowFill);
  return {
    columns: shadedColumns(says, body),
    rows: areBands(says, ofRows) || isOneShade(says, ofRows),
  };
};

/** A cell without the colour that it has from its row or column alone. */
export const withoutShade = ({ columns, rows }: Shades, row: TableRow) => {
  const ofRow = rows ? rowFill(row) : undefined;
  return (cell: TableCell): TableCell => {
    const hex = hexOf(cell);
    if (hex === undefined || (hex !== ofRow && hex !== columns.get(cell.column))) return cell;
    const { fill: _, ...plain } = cell;
    return plain;
  };
};
