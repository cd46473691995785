import type { Area, CellAt } from './cell-reference.ts';
import { rowSweep } from './row-sweep.ts';
import type { Rule, ValueAt } from './rules.ts';
import type { RuleColours } from './styles.ts';

type Placed = Readonly<{ area: Area; rule: Rule; order: number }>;

/** What the first rule that fills a cell gives to it, or else the first that colours its words. */
const coloursOf = (onRow: ReadonlyArray<Placed>, at: CellAt, valueAt: ValueAt): RuleColours => {
  let colours: RuleColours = {};
  for (const { area, rule } of onRow) {
    if (at.column < area.first.column || at.column > area.last.column) continue;
    if (!rule.holds(at, valueAt)) continue;
    if (rule.colours.fill !== undefined) return rule.colours;
    if (colours.words === undefined) colours = rule.colours;
    if (rule.isLast) break;
  }
  return colours;
};

const none: RuleColours = {};

/**
 * The colours that a sheet's rules give to its cells.
 * @param rules in the order in which they are looked at
 * @returns asked row by row, downwards, and then of that row's columns
 */
export const coloursByRule = (
  rules: ReadonlyArray<Rule>,
  valueAt: ValueAt,
): ((row: number) => (column: number) => RuleColours) => {
  const reaching = rowSweep<Placed>(
    rules.flatMap((rule, order) => rule.areas.map((area) => ({ area, rule, order }))),
  );
  let found: ReadonlyArray<Placed> = [];
  let onRow: ReadonlyArray<Placed> = [];
  return (row) => {
    const reached = reaching(row);
    if (reached !== found) {
      found = reached;
      onRow = reached.toSorted((a, b) => a.order - b.order);
    }
    const here = onRow;
    return (column) => (here.length === 0 ? none : coloursOf(here, { row, column }, valueAt));
  };
};
