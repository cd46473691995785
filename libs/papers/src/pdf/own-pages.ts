import type { BoardPaper } from '../paper/board-paper.ts';
import { writeFoot } from './kit/page-furniture.ts';
import type { PageForm } from './kit/sheet.ts';

export type Turned = 'portrait' | 'landscape';

/** A4, points. */
const [short, long] = [595.28, 841.89];

/** The pages of a paper without a template: A4 upright and across, with a foot below the text. */
export const ownPages = ({
  footer,
  title,
}: Pick<BoardPaper, 'footer' | 'title'>): Readonly<Record<Turned, PageForm>> => {
  const form = (of: Omit<PageForm, 'furnish'>): PageForm => ({
    ...of,
    furnish:
      (sheet, { number }) =>
      (count) =>
        writeFoot(sheet, { foot: footer, title }, of, { number, count }),
  });
  return {
    portrait: form({
      width: short,
      height: long,
      area: { left: 48, right: short - 48, top: 52, bottom: long - 66 },
    }),
    landscape: form({
      width: long,
      height: short,
      area: { left: 44, right: long - 44, top: 46, bottom: short - 60 },
    }),
  };
};
