import { asSeenIn } from '../flow/symbols.ts';
import { refuse } from '../refused-file.ts';
import type { Doubt, Value } from './cell.ts';
import type { RichText } from './rich-text.ts';
import { serialOfIsoDate } from './serial-of-iso-date.ts';
import { showNumbersAs } from './show-numbers-as.ts';
import { type CellStyle, wordsColourOf } from './styles.ts';
import type { WorkbookContext } from './workbook-context.ts';

/** A cell as its sheet's part writes it. */
export type WrittenCell = Readonly<{
  /** Where it is, for refusals. */
  place: () => string;
  /** ST_CellType: how its value is written. */
  type: string;
  style: CellStyle;
  value: string | undefined;
  isFormula: boolean;
  inline: RichText | undefined;
}>;

/** What a cell says. */
export type Said = Readonly<{
  words: string;
  value: Value;
  colour?: string;
  doubt?: Doubt;
}>;

const nothing: Said = { words: '', value: undefined };

const damaged = (
  { name }: WorkbookContext,
  { place }: WrittenCell,
  seen: string,
  accepted: string,
): never => refuse({ _tag: 'Damaged', name, part: place(), seen, accepted });

const asText = (
  { style }: WrittenCell,
  words: string,
  font: string | undefined = style.font,
): Said => {
  const shown = style.show.text(words);
  return {
    words: asSeenIn(shown.words, font),
    value: words,
    ...(shown.isUnseen === true && words !== '' ? { doubt: 'unseen' as const } : {}),
  };
};

const asRichText = (context: WorkbookContext, cell: WrittenCell, text: RichText): Said => {
  const said = text.hasFonts === true ? asText(cell, text.words, '') : asText(cell, text.words);
  const colour = wordsColourOf(text.colour, context.colourOf);
  return colour === undefined ? said : { ...said, colour };
};

const asNumber = (value: number, show: CellStyle['show']): Said => {
  const { words, isUnseen, isYearUnseen } = show.number(value);
  if (isUnseen === true) return { words, value, doubt: 'unseen' };
  return isYearUnseen === true ? { words, value, doubt: 'unseen year' } : { words, value };
};

const dayMonthYear = 'dd/mm/yyyy';

const asIsoDate = (context: WorkbookContext, cell: WrittenCell, words: string): Said => {
  const serial =
    serialOfIsoDate(words) ??
    damaged(context, cell, `it holds “${words}” where a date stands`, 'a date as 2027-06-30');
  // A date of this kind counts by no calendar of the workbook's.
  return cell.style.show.isDate && !context.is1904
    ? asNumber(serial, cell.style.show)
    : asNumber(serial, showNumbersAs(dayMonthYear, false));
};

const shared = (context: WorkbookContext, cell: WrittenCell, words: string): Said => {
  const text = /^\d{1,9}$/u.test(words) ? context.strings.lookup(Number(words)) : undefined;
  const accepted = 'the number of a text that the workbook has';
  return asRichText(
    context,
    cell,
    text ??
      damaged(context, cell, `it refers to shared text ${words}, which is not there`, accepted),
  );
};

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/iu;

const numeric = (context: WorkbookContext, cell: WrittenCell, words: string): Said => {
  const value = decimal.test(words) ? Number(words) : Number.NaN;
  return Number.isFinite(value)
    ? asNumber(value, cell.style.show)
    : damaged(context, cell, `it holds “${words}” where a number stands`, 'a number as 12.5');
};

const truth = (context: WorkbookContext, cell: WrittenCell, words: string): Said => {
  if (words === '1' || words === 'true') return { words: 'TRUE', value: true };
  if (words === '0' || words === 'false') return { words: 'FALSE', value: false };
  return damaged(context, cell, `it holds “${words}” where TRUE or FALSE stands`, '1 or 0');
};

/** What a cell says, by its kind (ECMA-376 part 1, 18.18.11); refused where it refers to what is not there. */
export const saidBy = (context: WorkbookContext, cell: WrittenCell): Said => {
  const { type, inline } = cell;
  const words = cell.value?.trim() ?? '';
  if (type === 'inlineStr' || (inline !== undefined && words === ''))
    return inline === undefined ? nothing : asRichText(context, cell, inline);
  if (type === 'str') return asText(cell, cell.value ?? '');
  if (words === '') return cell.isFormula ? { ...nothing, doubt: 'no result' } : nothing;
  switch (type) {
    case 's':
      return shared(context, cell, words);
    case 'b':
      return truth(context, cell, words);
    case 'e':
      return { words, value: null, doubt: 'error' };
    case 'd':
      return asIsoDate(context, cell, words);
    case 'n':
      return numeric(context, cell, words);
    default: {
      const accepted = 'one of b, d, e, inlineStr, n, s and str';
      return damaged(context, cell, `its kind is “${type}”`, accepted);
    }
  }
};
