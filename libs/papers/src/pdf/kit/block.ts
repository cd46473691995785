import { childOf } from './marking.ts';
import type { Element, Sheet } from './sheet.ts';

/**
 * Something that stands below what came before it. It begins on the page that is open where `least` points are left
 * there, else on a new one; from there it goes on by itself.
 */
export type Block = Readonly<{
  least: number;
  /** Room above it, unless it is the first on its page. */
  above: number;
  /** Its place is with the next block: a heading. */
  leads?: true;
  draw: (parent: Element) => void;
}>;

/** Opens a new page and stands at its top. */
export const newPage = (sheet: Sheet): void => {
  const { doc, form, cursor, pages } = sheet;
  doc.addPage({ size: [form.width, form.height], margin: 0 });
  const ofForm = pages.filter((page) => page.form === form).length;
  const isFirst = ofForm === 0;
  const place = {
    index: pages.length,
    ofForm,
    number: (isFirst ? form.numberedFrom : undefined) ?? (pages.at(-1)?.place.number ?? 0) + 1,
  };
  pages.push({ form, place, finish: form.furnish(sheet, place) });
  cursor.form = form;
  cursor.top = isFirst ? (form.firstTop ?? form.area.top) : form.area.top;
  cursor.y = cursor.top;
};

/** What is left of the page, points; none where no page of this form is open. */
export const roomLeft = ({ area, cursor, form }: Sheet): number =>
  cursor.form === form ? area.bottom - cursor.y : 0;

/** Whether nothing stands yet on the page that is open. */
export const isAtTop = ({ cursor, form }: Sheet): boolean =>
  cursor.form === form && cursor.y <= cursor.top;

/** What each block asks for together with what it may not be parted from. */
const needs = (blocks: ReadonlyArray<Block>): ReadonlyArray<number> =>
  blocks.reduceRight<ReadonlyArray<number>>((after, block, index) => {
    const next = blocks[index + 1];
    const following = block.leads === true && next !== undefined ? next.above + (after[0] ?? 0) : 0;
    return [block.least + following, ...after];
  }, []);

/** Draws blocks one below the other, each in the structure under `parent`. */
export const flow = (sheet: Sheet, parent: Element, blocks: ReadonlyArray<Block>): void => {
  const needed = needs(blocks);
  blocks.forEach((block, index) => {
    // What needs more than a page begins at the top of one.
    if (!isAtTop(sheet)) {
      if (roomLeft(sheet) < block.above + (needed[index] ?? 0)) newPage(sheet);
      else sheet.cursor.y += block.above;
    }
    block.draw(parent);
  });
};

/** Blocks that are one section: a "Sect" of the structure. Its first block decides where it may begin. */
export const section = (sheet: Sheet, blocks: ReadonlyArray<Block>): Block => ({
  least: needs(blocks)[0] ?? 0,
  above: blocks[0]?.above ?? 0,
  draw: (parent) => {
    const element = childOf(sheet, parent, 'Sect');
    // The room above was given to the section already.
    flow(
      sheet,
      element,
      blocks.map((block, index) => (index === 0 ? { ...block, above: 0 } : block)),
    );
    element.end();
  },
});
