import { type Look, look } from '../kit/look.ts';
import { drawableRuns, type Sheet } from '../kit/sheet.ts';
import { type Line, type OwnLook, type Run, runWidth, wrapLines } from '../kit/wrap-lines.ts';
import { emptyLine, type HouseLine, lineOf, type Piece } from './house-line.ts';
import type {
  HouseParagraph,
  HousePicture,
  HouseRun,
  ParagraphSetting,
  RunSetting,
} from './house.ts';

/** The number of a page, and how many there are. */
export type Numbers = Readonly<{ page: number; pages: number }>;

export type SetParagraph = Readonly<{
  /** The look that the sizes of its runs are parts of. */
  look: Look;
  lines: ReadonlyArray<HouseLine>;
  /** Of all lines. */
  height: number;
}>;

/** Between a number that is wider than its room and the words after it. */
const gap = 2;

/** What stands for something that is no text. */
const object = '\ufffc';

type Own = OwnLook & Readonly<{ picture?: HousePicture }>;

const ownOf = ({ size, ink, underlined }: RunSetting, base: Look): OwnLook => ({
  scale: size / base.size,
  ink,
  underlined,
});

const boldOf = ({ bold }: RunSetting): Pick<Run, 'bold'> => (bold ? { bold: true } : {});

/** A picture that is wider than its room is as much smaller. */
const fitting = (picture: HousePicture, width: number): HousePicture => {
  const scale = Math.min(1, width / picture.width);
  return { ...picture, width: picture.width * scale, height: picture.height * scale };
};

type Setting = Readonly<{ sheet: Sheet; base: Look; width: number; numbers: Numbers }>;

type Pictures = Map<OwnLook, HousePicture>;

const runOf = (
  { sheet, base, width, numbers }: Setting,
  run: Exclude<HouseRun, { readonly _tag: 'Tab' }>,
  pictures: Pictures,
): ReadonlyArray<Run> => {
  switch (run._tag) {
    case 'Words':
      return drawableRuns(sheet, [
        {
          text: run.words,
          ...boldOf(run.setting),
          own: ownOf(run.setting, base),
          ...(run.link === undefined ? {} : { link: run.link }),
        },
      ]);
    case 'Number':
      return [
        {
          text: String(numbers[run.of]),
          ...boldOf(run.setting),
          own: ownOf(run.setting, base),
        },
      ];
    case 'Picture': {
      const picture = fitting(run.picture, width);
      const own: Own = { scale: 1, ink: base.ink, underlined: false, width: picture.width };
      pictures.set(own, picture);
      return [{ text: object, own }];
    }
  }
};

const widthOfLine = (setting: Setting, line: Line): number =>
  line.reduce((sum, run) => sum + runWidth(setting.sheet.measure(setting.base), run), 0);

const placed = (setting: Setting, line: Line, from: number, pictures: Pictures) => {
  let x = from;
  return line.map((run): Piece => {
    const width = runWidth(setting.sheet.measure(setting.base), run);
    const picture = run.own === undefined ? undefined : pictures.get(run.own);
    const piece = { x, width, run, ...(picture === undefined ? {} : { picture }) };
    x += width;
    return piece;
  });
};

/** Where a stretch begins that is aligned at a stop, or in a room. */
const startAt = (at: number, align: ParagraphSetting['align'], width: number): number =>
  align === 'left' ? at : align === 'right' ? at - width : at - width / 2;

/** Stretches between tabs, each at its stop: one line. `undefined` where they do not fit on one. */
const tabbed = (
  setting: Setting,
  { stops, left, first }: ParagraphSetting,
  stretches: ReadonlyArray<Readonly<{ line: Line; tab: HouseRun | undefined }>>,
  pictures: Pictures,
): ReadonlyArray<Piece> | undefined => {
  let x = left + first;
  const pieces: Array<Piece> = [];
  for (const { line, tab } of stretches) {
    const wide = widthOfLine(setting, line);
    const to = tab?._tag === 'Tab' ? tab.to : undefined;
    const stop =
      to !== undefined
        ? { at: to === 'right' ? setting.width : setting.width / 2, align: to }
        : (stops.find((one) => one.at > x && startAt(one.at, one.align, wide) >= x) ?? {
            at: (Math.floor(x / 36 + 0.01) + 1) * 36,
            align: 'left' as const,
          });
    const at = Math.min(stop.at, setting.width);
    const start = tab === undefined ? x : Math.max(x, startAt(at, stop.align, wide));
    if (start + wide > setting.width + 0.5) return undefined;
    pieces.push(...placed(setting, line, start, pictures));
    x = start + wide;
  }
  return pieces;
};

/** The runs before, between and after tabs, each with the tab that it comes after. */
const atTabs = (setting: Setting, runs: ReadonlyArray<HouseRun>, pictures: Pictures) =>
  runs.reduce<Array<{ line: Array<Run>; tab: HouseRun | undefined }>>(
    (stretches, run) => {
      if (run._tag === 'Tab') stretches.push({ line: [], tab: run });
      else stretches.at(-1)?.line.push(...runOf(setting, run, pictures));
      return stretches;
    },
    [{ line: [], tab: undefined }],
  );

/** The space that a line ends with is there for whoever hears it, and takes no room. */
const withoutLastSpace = (line: Line): Line =>
  line.map((run, at) => (at === line.length - 1 ? { ...run, text: run.text.trimEnd() } : run));

const alignedLines = (
  setting: Setting,
  paragraph: ParagraphSetting,
  { runs, signed }: Readonly<{ runs: ReadonlyArray<Run>; signed: ReadonlyArray<Piece> }>,
  pictures: Pictures,
): ReadonlyArray<HouseLine> => {
  const { left, right, first, align } = paragraph;
  const room = Math.max(1, setting.width - left - right);
  const measure = setting.sheet.measure(setting.base);
  return wrapLines(measure, runs, room).map((line, index) => {
    const wide = widthOfLine(setting, withoutLastSpace(line));
    const from = align === 'left' ? left : align === 'right' ? left + room : left + room / 2;
    const sign = index === 0 ? signed : [];
    const shift =
      index === 0 && align === 'left' && signed.length === 0 ? Math.max(-left, first) : 0;
    const end = sign.reduce((most, { x, width }) => Math.max(most, x + width + gap), 0);
    const start = Math.max(end, startAt(from, align, wide) + shift);
    return lineOf(setting.base.size, paragraph, [
      ...sign,
      ...placed(setting, line, start, pictures),
    ]);
  });
};

/** The bullet or the number of a paragraph, before its words. */
const signOf = (
  setting: Setting,
  { left, first }: ParagraphSetting,
  marker: HouseParagraph['marker'],
): ReadonlyArray<Piece> =>
  marker === undefined
    ? []
    : placed(
        setting,
        runOf(setting, { _tag: 'Words', ...marker, words: `${marker.words} ` }, new Map()),
        Math.max(0, left + first),
        new Map(),
      );

const sizesOf = (runs: ReadonlyArray<HouseRun>): ReadonlyArray<number> =>
  runs.flatMap((run) => (run._tag === 'Words' || run._tag === 'Number' ? [run.setting.size] : []));

const isBreakless = (runs: ReadonlyArray<HouseRun>): boolean =>
  runs.every((run) => run._tag !== 'Words' || !run.words.includes('\n'));

/** A paragraph of a house with its words broken into lines, in a room of a width. */
export const setParagraph = (
  sheet: Sheet,
  { runs, setting, marker }: HouseParagraph,
  width: number,
  numbers: Numbers,
): SetParagraph => {
  const base = look(Math.max(1, ...sizesOf(runs), setting.run.size), false, setting.run.ink);
  const with_ = { sheet, base, width, numbers };
  const pictures: Pictures = new Map();
  const stretches = atTabs(with_, runs, pictures);
  const line =
    stretches.length > 1 && isBreakless(runs) && marker === undefined
      ? tabbed(with_, setting, stretches, pictures)
      : undefined;
  const space: Run = { text: ' ' };
  const flowing = stretches.flatMap((one, index) =>
    index === 0 ? one.line : [space, ...one.line],
  );
  const signed = signOf(with_, setting, marker);
  const lines =
    runs.length === 0
      ? [emptyLine(setting)]
      : line !== undefined
        ? [lineOf(base.size, setting, line)]
        : alignedLines(with_, setting, { runs: flowing, signed }, pictures);
  return { look: base, lines, height: lines.reduce((sum, one) => sum + one.height, 0) };
};
