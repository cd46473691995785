const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether every object has its keys in the order of canonical JSON, by UTF-16 code units. */
const isInOrder = (value: Readonly<Record<string, unknown>>): boolean => {
  if (Array.isArray(value)) return value.every((item) => !isObject(item) || isInOrder(item));
  let before = '';
  for (const key in value) {
    const member = value[key];
    if (key < before || (isObject(member) && !isInOrder(member))) return false;
    before = key;
  }
  return true;
};

/** Far deeper than any event of ours, and far from what a stack holds; the same on every node. */
const deepest = 64;

const isDeeper = (value: unknown, levels: number): boolean =>
  isObject(value) &&
  (levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1)));

/**
 * A parsed JSON value as canonical JSON, where that is what `JSON.stringify` gives: an event was canonical when it
 * was stored, and parsing keeps the order of keys. `undefined` where it is not in that order.
 * Three times as fast as making canonical JSON of a value that may be anything.
 */
export const storedText = (json: unknown): string | 'too deep' | undefined => {
  if (isDeeper(json, deepest)) return 'too deep';
  return !isObject(json) || isInOrder(json) ? JSON.stringify(json) : undefined;
};
