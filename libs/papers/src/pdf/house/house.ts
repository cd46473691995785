import type { Looks } from '../kit/look.ts';

/**
 * An organisation's look, as far as a PDF takes it from a Word template: its pages, what stands on them, how kinds of
 * words are set. Lengths are points, colours "#rrggbb". Placeholders are filled in already.
 */
export type House = Readonly<{
  /** In their order; the paper itself stands in one of them. */
  sections: ReadonlyArray<HouseSection>;
  /** Which of its paragraphs shows the plan's title; `undefined`: none before the paper, which brings its own. */
  title: HouseParagraph | undefined;
  looks: Looks;
  /** What the template has and the PDF has not, in sentences for whoever made the template. */
  notTaken: ReadonlyArray<string>;
}>;

/** A section of Word: pages of one kind. */
export type HouseSection = Readonly<{
  page: HousePage;
  /** Whether it begins on a page of its own. */
  beginsPage: boolean;
  /** The number of its first page, where one is said. */
  numberedFrom: number | undefined;
  /** On its first page, where that has others; `undefined`: as on every page. */
  first: Furniture | undefined;
  /** On pages with an even number, where those have others. */
  even: Furniture | undefined;
  usual: Furniture;
  parts: ReadonlyArray<HousePart>;
}>;

export type HousePage = Readonly<{
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How far from the page's edge its header and footer stand. */
  header: number;
  footer: number;
}>;

/** What stands above and below the words of a page. */
export type Furniture = Readonly<{
  header: ReadonlyArray<HouseBlock>;
  footer: ReadonlyArray<HouseBlock>;
}>;

/** The place of the paper, or something of the template's own. */
export type HousePart = Readonly<{ _tag: 'Paper' }> | HouseBlock;

export type HouseBlock =
  | HouseParagraph
  | HouseTable
  | HouseFloating
  /** What follows begins on a new page. */
  | Readonly<{ _tag: 'NewPage' }>;

export type HouseParagraph = Readonly<{
  _tag: 'Paragraph';
  runs: ReadonlyArray<HouseRun>;
  setting: ParagraphSetting;
  /** Its bullet or its number in a list. */
  marker: Readonly<{ words: string; setting: RunSetting }> | undefined;
  /** The level of a heading of the template's own, from 1. */
  heading: number | undefined;
  /** Whether it holds the plan's title. */
  isTitle: boolean;
}>;

/** How words of a run are set. */
export type RunSetting = Readonly<{
  size: number;
  bold: boolean;
  ink: string;
  underlined: boolean;
}>;

export type HouseRun =
  | Readonly<{ _tag: 'Words'; words: string; setting: RunSetting; link?: string | undefined }>
  /** The number of the page, or how many there are. */
  | Readonly<{ _tag: 'Number'; of: 'page' | 'pages'; setting: RunSetting }>
  | Readonly<{ _tag: 'Picture'; picture: HousePicture }>
  /** To the next stop; `to` where it says itself where it leads: to the middle or the end of the line. */
  | Readonly<{ _tag: 'Tab'; to?: 'center' | 'right' }>;

export type Aligned = 'left' | 'center' | 'right';

export type TabStop = Readonly<{ at: number; align: Aligned }>;

export type Rule = Readonly<{ thickness: number; colour: string; space: number }>;

export type ParagraphSetting = Readonly<{
  align: Aligned;
  /** Room above and below. */
  above: number;
  below: number;
  /** Paragraphs of the same one of these have no room between them. */
  joins: string | undefined;
  /** From the left and the right of the room; of the first line so much more than of the others. */
  left: number;
  right: number;
  first: number;
  /** How far apart its lines are: a part of what their letters ask for, or points. */
  lines: Readonly<{ _tag: 'Part'; part: number } | { _tag: 'Exactly' | 'AtLeast'; points: number }>;
  stops: ReadonlyArray<TabStop>;
  fill: string | undefined;
  ruleAbove: Rule | undefined;
  ruleBelow: Rule | undefined;
  /** How a run is set that says nothing of itself, and how high an empty paragraph is. */
  run: RunSetting;
}>;

/** Cells side by side, in rows: what Word calls a table, here to put words and pictures beside each other. */
export type HouseTable = Readonly<{
  _tag: 'Table';
  width: number;
  /** Whether it is as wide as its room, whatever its width. */
  fillsRoom: boolean;
  /** Lines above and below its rows, and upright ones between their cells. */
  lines: Readonly<{ rule: Rule; upright: boolean }> | undefined;
  rows: ReadonlyArray<ReadonlyArray<HouseCell>>;
}>;

export type HouseCell = Readonly<{
  left: number;
  width: number;
  fill: string | undefined;
  blocks: ReadonlyArray<HouseBlock>;
}>;

/** A picture at a place of its own on the page. */
export type HouseFloating = Readonly<{
  _tag: 'Floating';
  picture: HousePicture;
  across: Anchor;
  down: Anchor;
}>;

/** Where a picture stands: so many points from where the page or its words begin, or at one of their ends. */
export type Anchor = Readonly<{
  from: 'page' | 'margin' | 'paragraph';
  at: number | 'start' | 'center' | 'end';
}>;

export type HousePicture = Readonly<{
  /** A PNG (flat, 8 bits) or a JPEG as a "data:" address: by it a picture is known again, and held once. */
  source: string;
  width: number;
  height: number;
  /** What is cut off at each side, as a part of the whole picture. */
  cut: Readonly<{ left: number; top: number; right: number; bottom: number }>;
  /** In words what it shows; `null`: nothing that has to be told. */
  alt: string | null;
}>;
