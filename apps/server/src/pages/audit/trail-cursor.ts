/**
 * Places in a trail, as its pages name them: "812.3", the fourth line of what was recorded at ordinal 812. A trail
 * answers the lines beyond a place, in either order; so the page that ends with a line is asked for the other way
 * about, from just beside it.
 */
const lastPlace = 999_999_999_999_999;

const partsOf = (cursor: string): Readonly<{ ordinal: number; place: number }> => {
  const [ordinal = '0', place = '0'] = cursor.split('.');
  return { ordinal: Number(ordinal), place: Number(place) };
};

const below = (cursor: string): string => {
  const { ordinal, place } = partsOf(cursor);
  return place > 0 ? `${ordinal}.${place - 1}` : `${Math.max(0, ordinal - 1)}.${lastPlace}`;
};

const above = (cursor: string): string => {
  const { ordinal, place } = partsOf(cursor);
  return place >= lastPlace ? `${ordinal + 1}.0` : `${ordinal}.${place + 1}`;
};

/** The place just before another one in the order of reading. */
export const justBefore = (cursor: string, newestFirst: boolean): string =>
  newestFirst ? above(cursor) : below(cursor);

/** The place just behind another one in the order of reading. */
export const justBehind = (cursor: string, newestFirst: boolean): string =>
  newestFirst ? below(cursor) : above(cursor);
