import { writeFoot } from '../kit/page-furniture.ts';
import { asArtifact, childOf, marked } from '../kit/marking.ts';
import type { Element, PageForm, PagePlace, Sheet } from '../kit/sheet.ts';
import type { BoardPaper } from '../../paper/board-paper.ts';
import type { Box, Marker } from './draw-line.ts';
import { isBare } from './is-bare.ts';
import type { Furniture, HousePicture, HouseSection } from './house.ts';
import type { Numbers } from './set-paragraph.ts';
import { drawStack, type Setting, stackHeight } from './stack.ts';

/** Pictures that were told already: those of a header stand on every page, and are told once. */
export type Told = Set<string>;

const keyOf = ({ source, alt }: HousePicture): string => `${alt ?? ''}\n${source}`;

const belongsToPage = (
  sheet: Sheet,
  picture: Marker['picture'] = (_, __, draw) => asArtifact(sheet, 'Pagination', draw),
): Marker => ({
  words: (draw) => asArtifact(sheet, 'Pagination', draw),
  ground: (draw) => asArtifact(sheet, 'Pagination', draw),
  picture,
});

const settingOf = (
  sheet: Sheet,
  { page }: HouseSection,
  numbers: Numbers,
  marker: Marker,
): Setting => ({ sheet, page, numbers, marker: () => marker, outside: marker });

/** Numbers that take as much room as any. */
const wideNumbers: Numbers = { page: 99, pages: 99 };

const widthOf = ({ page }: HouseSection): number => page.width - page.left - page.right;

const heightsOf = (sheet: Sheet, section: HouseSection, { header, footer }: Furniture) => {
  const setting = settingOf(sheet, section, wideNumbers, belongsToPage(sheet));
  const room = { x: 0, y: 0, width: widthOf(section) };
  return {
    header: isBare(header) ? 0 : stackHeight(setting, header, room),
    footer: isBare(footer) ? 0 : stackHeight(setting, footer, room),
  };
};

const furnitureOn = (
  { first, even, usual }: HouseSection,
  { ofForm, number }: PagePlace,
): Furniture => {
  if (ofForm === 0 && first !== undefined) return first;
  return number % 2 === 0 && even !== undefined ? even : usual;
};

/** Draws what stands above and below the words of a page. */
const drawFurniture = (
  sheet: Sheet,
  section: HouseSection,
  { header, footer }: Furniture,
  { numbers, marker }: Readonly<{ numbers: Numbers; marker: Marker }>,
): void => {
  const { page } = section;
  const setting = settingOf(sheet, section, numbers, marker);
  const room = { x: page.left, y: page.header, width: widthOf(section) };
  drawStack(setting, header, room);
  const height = isBare(footer) ? 0 : stackHeight(setting, footer, room);
  drawStack(setting, footer, { ...room, y: page.height - page.footer - height });
};

/** The pictures of a page's furniture that nobody was told of yet, as figures of the structure, before its words. */
const figuresOn = (
  sheet: Sheet,
  section: HouseSection,
  furniture: Furniture,
  told: Told,
): ReadonlyMap<string, Element> => {
  const figures = new Map<string, Element>();
  const picture = (one: HousePicture, { x, y, width, height }: Box): void => {
    if (one.alt === null || told.has(keyOf(one))) return;
    told.add(keyOf(one));
    const facts = { alt: one.alt, bbox: [x, y, x + width, y + height] as const };
    figures.set(keyOf(one), childOf(sheet, sheet.root, 'Figure', facts));
  };
  const nothing = (): void => undefined;
  const marker: Marker = { words: nothing, ground: nothing, picture };
  drawFurniture(sheet, section, furniture, { numbers: wideNumbers, marker });
  return figures;
};

/** Between a header or a footer and the words of the page. */
const gap = 10;

/** Room for our own foot, where the template has none. */
const ownFoot = 50;

/** The part of a section's pages that its headers and footers leave for words. */
const areaOf = (
  sheet: Sheet,
  section: HouseSection,
  isOwn: boolean,
): Pick<PageForm, 'area' | 'firstTop'> => {
  const { page, usual, first, even } = section;
  const heights = (one: Furniture | undefined) =>
    one === undefined ? { header: 0, footer: 0 } : heightsOf(sheet, section, one);
  const [onUsual, onFirst, onEven] = [heights(usual), heights(first), heights(even)];
  const topBelow = (header: number): number =>
    Math.max(page.top, header === 0 ? 0 : page.header + header + gap);
  const footer = Math.max(onUsual.footer, onFirst.footer, onEven.footer);
  const bottom = footer === 0 ? 0 : page.footer + footer + gap;
  return {
    area: {
      left: page.left,
      right: page.width - page.right,
      top: topBelow(Math.max(onUsual.header, onEven.header)),
      bottom: page.height - Math.max(page.bottom, bottom, isOwn ? ownFoot : 0),
    },
    ...(first === undefined ? {} : { firstTop: topBelow(onFirst.header) }),
  };
};

/** How pictures of headers and footers are drawn: as the figures that were made of them, once each. */
const asFigures = (sheet: Sheet, made: ReadonlyMap<string, Element>): Marker['picture'] => {
  const figures = new Map(made);
  return (picture, _, draw) => {
    const figure = figures.get(keyOf(picture));
    if (figure === undefined) asArtifact(sheet, 'Pagination', draw);
    else {
      figures.delete(keyOf(picture));
      marked(figure, draw);
      figure.end();
    }
  };
};

const hasFooter = ({ usual, first, even }: HouseSection): boolean =>
  [usual, first, even].some((one) => one !== undefined && !isBare(one.footer));

/**
 * The pages of a section of a template: its headers and footers stand there, and the words between them.
 * @param told pictures of headers and footers that were told on pages before
 * @param paper whose foot stands on pages that would have none; `undefined`: a page without stays without
 */
export const houseForm = (
  sheet: Sheet,
  section: HouseSection,
  { told, paper }: Readonly<{ told: Told; paper: BoardPaper | undefined }>,
): PageForm => {
  const own = hasFooter(section) ? undefined : paper;
  const { area, ...more } = areaOf(sheet, section, own !== undefined);
  return {
    width: section.page.width,
    height: section.page.height,
    area,
    ...more,
    numberedFrom: section.numberedFrom,
    furnish: (opened, place) => {
      const furniture = furnitureOn(section, place);
      const picture = asFigures(opened, figuresOn(opened, section, furniture, told));
      return (pages) => {
        const numbers = { page: place.number, pages };
        const marker = belongsToPage(opened, picture);
        drawFurniture(opened, section, furniture, { numbers, marker });
        if (own === undefined) return;
        const foot = { foot: own.footer, title: own.title };
        writeFoot(opened, foot, { area }, { number: place.number, count: pages });
      };
    },
  };
};
