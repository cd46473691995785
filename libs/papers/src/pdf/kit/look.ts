/** How a text is set: size and height of a line in points, and its colour. */
export type Look = Readonly<{ size: number; leading: number; bold: boolean; ink: string }>;

export const ink = '#0b0c0c';
export const faintInk = '#4a5257';
/** A colour that links and headings share: 8.6 to 1 on white. */
export const deep = '#12436d';
export const hair = '#b1b4b6';
export const shade = '#eef1f3';

/** Words of a size, in points, with lines as far apart as they are read best. */
export const look = (size: number, bold = false, colour: string = ink): Look => ({
  size,
  leading: Math.round(size * 1.32 * 2) / 2,
  bold,
  ink: colour,
});

export const looks = {
  title: look(23, true, deep),
  h2: look(15, true, deep),
  h3: look(12, true),
  h4: look(10.5, true),
  body: look(10.5),
  lead: look(12),
  small: look(9, false, faintInk),
  cell: look(9.5),
  cellHead: look(9.5, true),
} as const satisfies Readonly<Record<string, Look>>;

/** How each kind of words is set. */
export type Looks = Readonly<Record<keyof typeof looks, Look>>;
