import { hair, looks } from './look.ts';
import { asArtifact } from './marking.ts';
import { type Area, areas, drawableRuns, type Sheet } from './sheet.ts';
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
 * Writes the foot of every page: what the paper is and as of when on the left, "Page 2 of 9" on the right. Called when
 * all pages are there.
 * @param title with which the foot begins
 */
export const writeFeet = (sheet: Sheet, foot: string, title: string): void => {
  const { doc } = sheet;
  const drawable = (text: string): string => drawableRuns(sheet, [{ text }])[0]?.text ?? '';
  const { count } = doc.bufferedPageRange();
  const pageWidth = widthOf(sheet, [{ text: `Page ${count} of ${count}` }]);
  const [words, plan] = [drawable(foot), drawable(title)];
  const linesIn = ({ left, right }: Area): ReadonlyArray<Line> =>
    footLines(sheet.measure(look), words, plan, right - left - pageWidth - 24);
  const lines = { portrait: linesIn(areas.portrait), landscape: linesIn(areas.landscape) };
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(index);
    const turned = doc.page.width > doc.page.height ? 'landscape' : 'portrait';
    const area = areas[turned];
    const top = area.bottom + 20;
    const page: Line = [{ text: `Page ${index + 1} of ${count}` }];
    const wide = widthOf(sheet, page);
    asArtifact(sheet, 'Pagination', () => {
      doc
        .moveTo(area.left, top - 5)
        .lineTo(area.right, top - 5)
        .lineWidth(0.5)
        .undash()
        .stroke(hair);
      drawLines(sheet, look, below(look, lines[turned], { x: area.left, y: top }));
      drawLines(sheet, look, below(look, [page], { x: area.right - wide, y: top }));
    });
  }
};
