import { padding } from './column-widths.ts';
import { type SetCell, type SetLine, type SetRow } from './set-table.ts';

/** The part of a row that stands on one page: which lines of each cell, and how high it is. */
export type RowPart = Readonly<{
  cells: ReadonlyArray<Readonly<{ set: SetCell; lines: ReadonlyArray<SetLine> }>>;
  height: number;
  /** What is left of the row for the next page. */
  rest: SetRow | undefined;
}>;

/** A row as it is, on one page. */
export const wholeRow = (row: SetRow): RowPart => ({
  cells: row.cells.map((set) => ({ set, lines: set.lines })),
  height: row.height,
  rest: undefined,
});

/** The lines that are left, at the top of the next page. */
const restOf = (set: SetCell, done: number): SetCell => {
  const lines = set.lines.slice(done);
  const shift = (lines[0]?.top ?? padding.down) - padding.down;
  return { ...set, lines: lines.map((one) => ({ ...one, top: one.top - shift })) };
};

const bottomOf = ({ look }: SetCell, lines: ReadonlyArray<SetLine>): number =>
  (lines.at(-1)?.top ?? padding.down) + look.leading + padding.down;

/**
 * How many lines of a cell to put into `room` points. No line is left alone on either side, as far as the room allows:
 * a cell of three lines stays whole or goes over with two.
 */
const countFor = (set: SetCell, room: number): number => {
  const fit = set.lines.filter(({ top }) => top + set.look.leading + padding.down <= room).length;
  const left = set.lines.length - fit;
  return left === 1 && fit > 2 ? fit - 1 : fit;
};

/** A row that no page holds, cut between lines where `room` points end. At least one line of it is put there. */
export const breakRow = (row: SetRow, room: number): RowPart => {
  if (row.height <= room) return wholeRow(row);
  const counts = row.cells.map((set) => countFor(set, room));
  const none = counts.every((count) => count === 0);
  const cells = row.cells.map((set, index) => ({
    set,
    lines: set.lines.slice(0, none ? 1 : counts[index]),
  }));
  const rest = cells.map(({ set, lines }) => restOf(set, lines.length));
  return {
    cells,
    height: Math.max(...cells.map(({ set, lines }) => bottomOf(set, lines))),
    rest: rest.every(({ lines }) => lines.length === 0)
      ? undefined
      : { cells: rest, height: Math.max(...rest.map((set) => bottomOf(set, set.lines))) },
  };
};
