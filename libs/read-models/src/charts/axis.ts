/**
 * From where to where an axis of values goes: from zero where that costs little of the picture, so that a small change
 * does not look like a great one.
 */
export const axisDomain = (values: ReadonlyArray<number>): readonly [low: number, high: number] => {
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low >= 0 && low <= high * 0.6) return [0, high === 0 ? 1 : high];
  const room = (high - low) * 0.1 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
};

/**
 * The places of the labels that an axis has room for: all of them, else every second, third …; the last one always.
 * @param widest the room that the widest label takes, with what is between two, in the unit of `room`
 */
export const shownLabels = (count: number, widest: number, room: number): ReadonlyArray<number> => {
  const every = Math.max(1, Math.ceil((count * widest) / room));
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % every === 0,
  );
};
