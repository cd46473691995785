import type { Colour } from '../../document/colour.ts';
import { limits } from '../limits.ts';
import type { LaidOutColumns } from './sheet-details.ts';
import type { Styles } from './styles.ts';

/** The fill that a column's layout gives to cells that the file does not write, by the column's number. */
export const columnFills = (
  layouts: ReadonlyArray<LaidOutColumns>,
  styles: Styles,
): ((column: number) => Colour | undefined) => {
  const fills = new Map<number, Colour>();
  for (const { first, last, style } of layouts) {
    const fill = style === undefined ? undefined : styles.lookup(style)?.fill;
    if (fill?.by !== 'cell') continue;
    const end = Math.min(last, limits.columns);
    for (let column = first; column <= end; column += 1) fills.set(column, fill);
  }
  return (column) => fills.get(column);
};
