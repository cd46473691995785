import { refuse } from '../refused-file.ts';
import { inSheet } from './places.ts';
import type { Sheet } from './sheet.ts';
import type { WorkbookContext } from './workbook-context.ts';

type Counted = Pick<Sheet, 'name' | 'worded'>;

/** Counts the cells with words of a workbook's sheets, one after another. */
export const wordedCells = ({ name, mostWorded }: Pick<WorkbookContext, 'name' | 'mostWorded'>) => {
  let all = 0;
  let largest: Counted | undefined;
  return {
    /** How many there were so far. */
    count: (): number => all,
    /** Adds a sheet's; whether there are no more than are kept. */
    add: (sheet: Counted): boolean => {
      all += sheet.worded;
      if (sheet.worded > (largest?.worded ?? 0))
        largest = { name: sheet.name, worded: sheet.worded };
      return all <= mostWorded;
    },
    /** Refuses the file once all sheets are counted, where there were more. */
    check: (): void => {
      if (all <= mostWorded) return;
      refuse({
        _tag: 'TooMuchToImport',
        name,
        worded: all,
        limit: mostWorded,
        ...(largest === undefined
          ? {}
          : { largest: { part: inSheet(largest.name), worded: largest.worded } }),
      });
    },
  };
};
