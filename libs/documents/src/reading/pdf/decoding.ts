/** What the PDF library gives is not typed where it passes on what a file says: it is looked at before it is used. */
export type Unknown = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null;

export const recordIn = (value: unknown, key: string): Unknown => {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
};

export const wordsIn = (value: unknown, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
};

/** The members of a list of whatever kind. */
export const listOf = (value: unknown): ReadonlyArray<unknown> => {
  if (Array.isArray(value)) return value;
  return value instanceof Float32Array || value instanceof Float64Array ? Array.from(value) : [];
};

/** The numbers of a list; none where one of it is no finite number. */
export const numbersOf = (value: unknown): ReadonlyArray<number> => {
  const numbers = listOf(value).filter((one) => typeof one === 'number' && Number.isFinite(one));
  return numbers.length === listOf(value).length
    ? numbers.filter((one) => typeof one === 'number')
    : [];
};
