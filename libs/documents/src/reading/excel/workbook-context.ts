import type { ColourOf } from './colours.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { Styles } from './styles.ts';

/** What all sheets of a workbook share. */
export type WorkbookContext = Readonly<{
  /** The file's name, for refusals. */
  name: string;
  strings: SharedStrings;
  styles: Styles;
  colourOf: ColourOf;
  is1904: boolean;
  /** So many cells with words are kept of all sheets; what is beyond them is counted alone. */
  mostWorded: number;
}>;
