type Painted = Readonly<{
  /** Colours as "#rrggbb". */
  fill?: string;
  stroke?: string;
  /** Of the outline, points. */
  thickness?: number;
}>;

/** Something to draw; lengths in points, from the drawing's upper left corner. */
export type Shape =
  | (Painted & Readonly<{ _tag: 'Box'; x: number; y: number; width: number; height: number }>)
  | Readonly<{
      _tag: 'Rule';
      from: Readonly<{ x: number; y: number }>;
      to: Readonly<{ x: number; y: number }>;
      stroke: string;
      thickness: number;
      dash?: ReadonlyArray<number>;
    }>
  | (Painted &
      Readonly<{
        _tag: 'Path';
        /** As SVG writes it, from (x, y). */
        path: string;
        x: number;
        y: number;
        scale: number;
        dash?: ReadonlyArray<number>;
      }>)
  | Readonly<{
      _tag: 'Words';
      text: string;
      x: number;
      /** Where the letters stand: their base line. */
      y: number;
      size: number;
      ink: string;
      bold?: true;
      anchor?: 'start' | 'middle' | 'end';
    }>;

/** A picture that any writer can put into its own format. */
export type Drawing = Readonly<{
  /** Points. */
  width: number;
  height: number;
  /** What it shows, in words, for who cannot see it. */
  alt: string;
  shapes: ReadonlyArray<Shape>;
}>;

/** The width of a text in points: a writer that knows its font measures, another may use {@link roughly}. */
export type MeasureWords = (text: string, size: number, bold: boolean) => number;

/** A width that hardly any text of a sans-serif font goes beyond. */
export const roughly: MeasureWords = (text, size, bold) =>
  text.length * size * (bold ? 0.58 : 0.54);

/** How much room a chart has, points, and how wide words are in it. */
export type ChartRoom = Readonly<{ width: number; measure: MeasureWords }>;
