const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** Text as a browser reads it. */
export const textIn = (html: string): string =>
  html.replace(/&(?:#(\d+)|(\w+));/gu, (whole, number?: string, name?: string) =>
    number === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(number)),
  );

type Attributes = Readonly<Record<string, string>>;

const attributesIn = (tag: string): Attributes =>
  Object.fromEntries(
    [...tag.matchAll(/\s([\w-]+)(?:="([^"]*)")?/gu)].map(([, name = '', value = '']) => [
      name,
      textIn(value),
    ]),
  );

const isSent = ({ type, checked, name }: Attributes): boolean =>
  name !== undefined &&
  !['submit', 'button', 'file'].includes(type ?? '') &&
  (!['radio', 'checkbox'].includes(type ?? '') || checked !== undefined);

type Pair = readonly [name: string, value: string];

const inputsIn = (html: string): ReadonlyArray<Pair> =>
  [...html.matchAll(/<input\b[^>]*>/gu)]
    .map(([tag]) => attributesIn(tag))
    .filter(isSent)
    .map(({ name = '', value = '' }) => [name, value]);

const areasIn = (html: string): ReadonlyArray<Pair> =>
  [...html.matchAll(/(<textarea\b[^>]*>)([^<]*)<\/textarea>/gu)].map(([, tag = '', text = '']) => [
    attributesIn(tag)['name'] ?? '',
    // The first line break after the tag is the template's.
    textIn(text).replace(/^\n/u, ''),
  ]);

const selectsIn = (html: string): ReadonlyArray<Pair> =>
  [...html.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/gu)].map(([, tag = '', inner = '']) => {
    const options = [...inner.matchAll(/<option\b[^>]*>/gu)].map(([option]) =>
      attributesIn(option),
    );
    const chosen = options.find((option) => 'selected' in option) ?? options[0];
    return [attributesIn(tag)['name'] ?? '', chosen?.['value'] ?? ''];
  });

/** What a browser would send of the form with an id, as it stands on a page: by name, each with its values. */
export const formIn = (
  html: string,
  id: string,
): Readonly<Record<string, ReadonlyArray<string>>> => {
  const [, inner = ''] =
    new RegExp(`<form\\b[^>]*\\sid="${id}"[^>]*>([\\s\\S]*?)</form>`, 'u').exec(html) ?? [];
  const pairs = [...inputsIn(inner), ...areasIn(inner), ...selectsIn(inner)];
  return Object.fromEntries(
    [...Map.groupBy(pairs, ([name]) => name)].map(([name, some]) => [
      name,
      some.map(([, value]) => value),
    ]),
  );
};
