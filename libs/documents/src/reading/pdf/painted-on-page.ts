import { isRecord, listOf, numbersOf, recordIn } from './decoding.ts';
import { identity, type Matrix, matrixOf, multiplied, pointAt } from './matrix.ts';

/** A straight line: `at` its height (or how far to the right), from where to where. Points from the left and the top. */
export type Rule = Readonly<{ at: number; from: number; to: number }>;

/** A painted area by the rectangle around it. */
export type Area = Readonly<{
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** "#FFC000"; none of a pattern. */
  hex: string | undefined;
}>;

/** Where words begin that are written in a colour. */
export type Ink = Readonly<{ x: number; y: number; hex: string }>;

export type Painted = Readonly<{
  inks: ReadonlyArray<Ink>;
  across: ReadonlyArray<Rule>;
  down: ReadonlyArray<Rule>;
  /** In the order in which they are painted: the later covers the earlier. */
  areas: ReadonlyArray<Area>;
}>;

export const nothingPainted: Painted = { inks: [], across: [], down: [], areas: [] };

/** The numbers that the library gives to what a page does. */
export type Operations = Readonly<Record<string, number>>;

type Point = readonly [x: number, y: number];
type Path = Readonly<{ points: ReadonlyArray<Point>; isCurved: boolean; isClosed: boolean }>;

/** How many numbers each step of a path takes: to, line, curve, quadratic curve, close. */
const numbersInStep: ReadonlyArray<number> = [2, 2, 6, 4, 0];

/** A page with more than so many is a drawing and no table. */
const mostPainted = 20_000;

/** A line is no thicker; an area is no thinner. */
const thin = 2.5;

const pathsOf = (data: ReadonlyArray<number>, matrix: Matrix): ReadonlyArray<Path> => {
  const paths: Array<{ points: Array<Point>; isCurved: boolean; isClosed: boolean }> = [];
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? -1;
    const count = numbersInStep[step];
    if (count === undefined) break;
    const [x = 0, y = 0] = data.slice(at + 1 + count - 2, at + 1 + count);
    const path = paths.at(-1);
    if (step === 0 || path === undefined)
      paths.push({ points: [pointAt(matrix, x, y)], isCurved: false, isClosed: false });
    else if (step === 4) path.isClosed = true;
    else {
      path.points.push(pointAt(matrix, x, y));
      path.isCurved ||= step > 1;
    }
    at += 1 + count;
  }
  return paths;
};

const around = ({ points }: Path): Omit<Area, 'hex'> => {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    top: Math.min(...ys),
    right: Math.max(...xs),
    bottom: Math.max(...ys),
  };
};

type Into = {
  inks: Array<Ink>;
  across: Array<Rule>;
  down: Array<Rule>;
  areas: Array<Area>;
};

const addSegment = ([x, y]: Point, [u, v]: Point, into: Into): void => {
  if (Math.abs(y - v) < 1)
    into.across.push({ at: (y + v) / 2, from: Math.min(x, u), to: Math.max(x, u) });
  else if (Math.abs(x - u) < 1)
    into.down.push({ at: (x + u) / 2, from: Math.min(y, v), to: Math.max(y, v) });
};

const addStroke = ({ points, isCurved, isClosed }: Path, into: Into): void => {
  if (isCurved) return;
  for (const [at, point] of points.entries()) {
    const next = points[at + 1] ?? (isClosed ? points[0] : undefined);
    if (next !== undefined) addSegment(point, next, into);
  }
};

/** Programs paint lines as areas that are very thin. */
const addFill = (path: Path, hex: string | undefined, into: Into): void => {
  const { left, top, right, bottom } = around(path);
  const [width, height] = [right - left, bottom - top];
  if (height <= thin && width > thin)
    into.across.push({ at: (top + bottom) / 2, from: left, to: right });
  else if (width <= thin && height > thin)
    into.down.push({ at: (left + right) / 2, from: top, to: bottom });
  else if (width > thin && path.points.length > 2)
    into.areas.push({ left, top, right, bottom, hex });
};

type State = { matrix: Matrix; hex: string | undefined; isClear: boolean };

type Painting = {
  state: State;
  readonly saved: Array<State>;
  readonly into: Into;
  /** Where the line of text begins that is being written. */
  text: Matrix;
};

type Args = ReadonlyArray<unknown>;
type Step = (painting: Painting, args: Args) => void;

const hexIn = (value: unknown): string | undefined =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value) ? value.toUpperCase() : undefined;

const save: Step = ({ saved, state }) => {
  if (saved.length < 1_000) saved.push({ ...state });
};

const restore: Step = (painting) => {
  const state = painting.saved.pop();
  if (state !== undefined) painting.state = state;
};

const transform: Step = ({ state }, numbers) => {
  state.matrix = multiplied(state.matrix, matrixOf(numbersOf(numbers)));
};

/** How see-through the paint is. */
const graphicsState: Step = ({ state }, [entries]) => {
  for (const entry of listOf(entries)) {
    const [key, value] = listOf(entry);
    if (key === 'ca' && typeof value === 'number') state.isClear = value < 0.1;
  }
};

const within =
  (matrixIn: (args: Args) => unknown): Step =>
  (painting, args) => {
    save(painting, args);
    transform(painting, listOf(matrixIn(args)));
  };

const pathStep = (operations: Operations): Step => {
  const of = (names: string): ReadonlySet<unknown> =>
    new Set(names.split(' ').map((name) => operations[name]));
  const both = 'fillStroke eoFillStroke closeFillStroke closeEOFillStroke';
  const strokes = of(`stroke closeStroke ${both}`);
  const fills = of(`fill eoFill rawFillPath ${both}`);
  return ({ state, into }, [how, parts]) => {
    if (!strokes.has(how) && !fills.has(how)) return;
    for (const one of pathsOf(numbersOf(listOf(parts)[0]), state.matrix)) {
      if (strokes.has(how)) addStroke(one, into);
      if (fills.has(how) && !state.isClear) addFill(one, state.hex, into);
    }
  };
};

const beginText: Step = (painting) => {
  painting.text = identity;
};

const setText: Step = (painting, args) => {
  const [first] = args;
  painting.text = matrixOf(numbersOf(listOf(first).length === 6 ? first : args));
};

const moveText: Step = (painting, args) => {
  const [x = 0, y = 0] = numbersOf(args);
  painting.text = multiplied(painting.text, [1, 0, 0, 1, x, y]);
};

const showText: Step = ({ state, text, into }) => {
  const { hex } = state;
  if (hex === undefined || hex === '#000000' || hex === '#FFFFFF') return;
  const [, , , , x, y] = multiplied(state.matrix, text);
  into.inks.push({ x, y, hex });
};

const stepsOf = (operations: Operations): ReadonlyMap<number | undefined, Step> =>
  new Map<number | undefined, Step>([
    [operations['save'], save],
    [operations['restore'], restore],
    [operations['transform'], transform],
    [operations['setGState'], graphicsState],
    [operations['constructPath'], pathStep(operations)],
    [operations['setFillRGBColor'], ({ state }, [hex]) => void (state.hex = hexIn(hex))],
    [operations['setFillColorN'], ({ state }) => void (state.hex = undefined)],
    [operations['paintFormXObjectBegin'], within(([matrix]) => matrix)],
    [operations['paintFormXObjectEnd'], restore],
    [
      operations['beginGroup'],
      within(([group]) => (isRecord(group) ? group['matrix'] : undefined)),
    ],
    [operations['endGroup'], restore],
    [operations['beginText'], beginText],
    [operations['setTextMatrix'], setText],
    [operations['moveText'], moveText],
    [operations['setLeadingMoveText'], moveText],
    [operations['showText'], showText],
    [operations['showSpacedText'], showText],
  ]);

/**
 * The lines and areas that a page paints.
 * @param list what the page does, as the library tells it
 */
export const paintedOnPage = (
  list: unknown,
  operations: Operations,
  viewport: Matrix = identity,
): Painted => {
  const into: Into = { inks: [], across: [], down: [], areas: [] };
  const state: State = { matrix: viewport, hex: '#000000', isClear: false };
  const painting: Painting = { state, saved: [], into, text: identity };
  const steps = stepsOf(operations);
  const doing = listOf(recordIn({ list }, 'list')['fnArray']);
  const told = listOf(recordIn({ list }, 'list')['argsArray']);
  for (const [at, operation] of doing.entries()) {
    if (typeof operation === 'number') steps.get(operation)?.(painting, listOf(told[at]));
    if (into.across.length + into.down.length + into.areas.length > mostPainted)
      return nothingPainted;
  }
  return into;
};
