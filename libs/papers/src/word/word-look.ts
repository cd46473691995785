/**
 * The styles that a paper uses, by the ids that its document knows them by. An id is a matter of the document: Word in
 * German makes "berschrift1" of "heading 1".
 */
export type WordStyles = Readonly<{
  title: string;
  subtitle: string;
  heading1: string;
  heading2: string;
  heading3: string;
  /** What a paper was as of, and who made it. */
  standing: string;
  bullet: string;
  cell: string;
  columnHead: string;
  /** The table style of a template; `null`: the paper draws its own lines. */
  table: string | null;
}>;

/** How a block is set: in which styles, and how wide its page is between the margins. */
export type WordSetting = Readonly<{
  styles: WordStyles;
  /** Twentieths of a point. */
  width_twips: number;
}>;

/** Without their "#", as Word writes colours. */
export const colours = {
  ink: '0B0C0C',
  faint: '4A5257',
  deep: '12436D',
  line: 'B1B4B6',
  shade: 'E8EDF2',
} as const;

/** A colour as Word writes it. */
export const bare = (colour: string): string => colour.replace('#', '').toUpperCase();

/** The styles of a paper without a template. */
export const ownStyles: WordStyles = {
  title: 'Title',
  subtitle: 'Subtitle',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  standing: 'PaperStanding',
  bullet: 'PaperBullet',
  cell: 'PaperCell',
  columnHead: 'PaperColumnHead',
  table: null,
};
