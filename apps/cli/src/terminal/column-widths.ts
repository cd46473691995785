/** What a column asks for: as wide as its widest cell, and whether it may be less. */
export type Wish = Readonly<{ natural: number; flexible: boolean; least?: number }>;

/** Space between two columns. */
export const gap = 2;

/** Under this width a column of words is no longer read with ease. */
const leastFlexible = 14;

type Flexible = Readonly<{ place: number; natural: number }>;

/** Shares room among columns: who needs less than an equal share gets it all, and leaves more to the others. */
const shared = (room: number, columns: ReadonlyArray<Flexible>): ReadonlyMap<number, number> => {
  const share = Math.floor(room / Math.max(1, columns.length));
  const modest = columns.filter(({ natural }) => natural <= share);
  if (modest.length === 0) return new Map(columns.map(({ place }) => [place, share]));
  const left = room - modest.reduce((sum, { natural }) => sum + natural, 0);
  const others = columns.filter(({ natural }) => natural > share);
  const rest = others.length === 0 ? [] : shared(left, others);
  return new Map([...modest.map(({ place, natural }) => [place, natural] as const), ...rest]);
};

/** Widths of columns that fit into a total, or `undefined` where they cannot. */
export const columnWidths = (
  wishes: ReadonlyArray<Wish>,
  total: number,
): ReadonlyArray<number> | undefined => {
  const fixed = wishes.reduce((sum, { natural, flexible }) => sum + (flexible ? 0 : natural), 0);
  const room = total - fixed - gap * Math.max(0, wishes.length - 1);
  const flexible = wishes.flatMap((wish, place) => (wish.flexible ? [{ ...wish, place }] : []));
  const least = flexible.reduce(
    (sum, wish) => sum + Math.min(wish.natural, wish.least ?? leastFlexible),
    0,
  );
  if (room < least) return undefined;
  const shares = shared(room, flexible);
  return wishes.map(({ natural }, place) => shares.get(place) ?? natural);
};
