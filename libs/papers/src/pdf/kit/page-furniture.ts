import { hair, looks } from './look.ts';
import { asArtifact } from './marking.ts';
import { drawableRuns, type PageForm, type PagePlace, type Sheet } from './sheet.ts';
import { below, drawLines } from './write-lines.ts';
import { type Line, type Measure, wrapLines } from './wrap-lines.ts';

const look = looks.small;

const widthOf = (sheet: Sheet, line: Line): number =>
  line.reduce((sum, { text }) => sum + sheet.measure(look)(text, false), 0);

/** In as few lines as hold it, two at the most. */
const mostLines = 2;

/**
 * A foot in at most two lines. Where it is longer its beginning, the plan's title, is shortened: the date and the ordinal
 * after it stay.
 */
export const footLines = (
  measure: Measure,
  foot: string,
  title: string,
  width: number,
): ReadonlyArray<Line> => {
  const set = (text: string): ReadonlyArray<Line> => wrapLines(measure, [{ text }], width);
  const whole = set(foot);
  if (whole.length <= mostLines || !foot.startsWith(title)) return whole.slice(0, mostLines);
  const letters = Array.from(title);
  const rest = foot.slice(title.length);
  const shortened = letters
    .map(
      (_, cut) =>
        `${letters
          .slice(0, letters.length - 1 - cut)
          .join('')
          .trimEnd()} …${rest}`,
    )
    .find((text) => set(text).length <= mostLines);
  return set(shortened ?? foot).slice(0, mostLines);
};

/**
 * The foot of a page: what the paper is and as of when on the left, "Page 2 of 9" on the right.
 * @param title with which the foot begins
 */
export const writeFoot = (
  sheet: Sheet,
  { foot, title }: Readonly<{ foot: string; title: string }>,
  { area }: Pick<PageForm, 'area'>,
  { number, count }: Readonly<Pick<PagePlace, 'number'> & { count: number }>,
): void => {
  const drawable = (text: string): string => drawableRuns(sheet, [{ text }])[0]?.text ?? '';
  const page: Line = [{ text: `Page ${number} of ${count}` }];
  const most = widthOf(sheet, [{ text: `Page ${count} of ${count}` }]);
  const width = area.right - area.left - most - 24;
  const lines = footLines(sheet.measure(look), drawable(foot), drawable(title), width);
  const top = area.bottom + 20;
  asArtifact(sheet, 'Pagination', () => {
    sheet.doc
      .moveTo(area.left, top - 5)
      .lineTo(area.right, top - 5)
      .lineWidth(0.5)
      .undash()
      .stroke(hair);
    drawLines(sheet, look, below(look, lines, { x: area.left, y: top }));
    drawLines(sheet, look, below(look, [page], { x: area.right - widthOf(sheet, page), y: top }));
  });
};
