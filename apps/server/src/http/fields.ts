import type { Fields } from './exchange.ts';

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
};

/** The fields of a query or of a form that is encoded as one. */
export const fieldsOf = (pairs: Iterable<readonly [string, string]>): Fields => {
  const byName = Map.groupBy(pairs, ([name]) => name);
  const all = (name: string): ReadonlyArray<string> =>
    byName.get(name)?.map(([, value]) => value) ?? [];
  return {
    all,
    one: (name) => filled(all(name)[0]),
    raw: (name) => all(name)[0] ?? '',
    names: () => [...byName.keys()],
  };
};

export const noFields: Fields = fieldsOf([]);
