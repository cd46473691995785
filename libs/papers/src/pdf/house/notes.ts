import { listInWords } from '@trackrecord/kernel';

/** What a template has and a PDF does not take, gathered while the template is read. */
export type Notes = Readonly<{
  fonts: Set<string>;
  /** Pictures by their parts. */
  pictures: Set<string>;
  /** Colours of words that could not be read on their ground. */
  colours: Set<string>;
  /** Fields by their names, which show what Word last showed there. */
  fields: Set<string>;
  /** How some of the template's own words are set there. */
  words: Set<string>;
  /** Pictures that say nothing to who cannot see them, by their parts. */
  silent: Set<string>;
  /** Sentences that say the rest. */
  others: Set<string>;
  /** What of styles is not taken, by the style's name. */
  styles: Map<string, Set<string>>;
  /** Shapes, diagrams, charts. */
  drawings: { count: number };
}>;

export const noNotes = (): Notes => ({
  fonts: new Set(),
  pictures: new Set(),
  colours: new Set(),
  fields: new Set(),
  words: new Set(),
  silent: new Set(),
  others: new Set(),
  styles: new Map(),
  drawings: { count: 0 },
});

const listed = (all: Iterable<string>): string => listInWords([...all], 'and');

const drawings = (count: number): string =>
  count === 1
    ? 'A shape, diagram or chart is left out.'
    : `${count} shapes, diagrams or charts are left out.`;

/** Notes as sentences, for whoever made the template. */
export const inSentences = (notes: Notes): ReadonlyArray<string> => [
  ...(notes.fonts.size === 0
    ? []
    : [
        `The letters are Source Sans 3, which the file carries; the fonts of the template (${listed(notes.fonts)}) are not taken.`,
      ]),
  ...(notes.pictures.size === 0
    ? []
    : [
        `Left out: ${listed(notes.pictures)}. Pictures that are part of the file are taken as PNG and JPEG.`,
      ]),
  ...(notes.drawings.count === 0 ? [] : [drawings(notes.drawings.count)]),
  ...(notes.colours.size === 0
    ? []
    : [
        `Words in ${listed(notes.colours)} are darker or lighter than in the template: in their own colour they could not be read on their ground.`,
      ]),
  ...(notes.fields.size === 0
    ? []
    : [`Fields (${listed(notes.fields)}) show what Word last showed there.`]),
  ...(notes.silent.size === 0
    ? []
    : [
        `Screen readers pass over ${listed(notes.silent)}: in Word, give each an alternative text, or mark it as decorative.`,
      ]),
  ...(notes.words.size === 0
    ? []
    : [`Of the words of the template’s own are not taken: ${listed(notes.words)}.`]),
  ...[...notes.styles].map(
    ([style, parts]) => `Of the style “${style}” are not taken: ${listed(parts)}.`,
  ),
  ...notes.others,
];
