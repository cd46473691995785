/** A JSON Schema as whoever reads the published document finds it: nothing in it is known beforehand. */
export type LooseSchema = Readonly<Record<string, unknown>>;

/** Whether something is an object with members. */
export const isMembers = (value: unknown): value is LooseSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const schemasIn = (value: unknown): ReadonlyArray<LooseSchema> =>
  Array.isArray(value) ? value.filter(isMembers) : [];

export const stringsIn = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

export const membersIn = (value: unknown): ReadonlyArray<readonly [string, LooseSchema]> =>
  isMembers(value)
    ? Object.entries(value).flatMap(([name, one]) => (isMembers(one) ? [[name, one] as const] : []))
    : [];

/** What a reference within a document points at (`#/components/schemas/Ref`). */
export const lookUpIn =
  (document: unknown) =>
  (reference: string): LooseSchema => {
    const found = reference
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((place, part) => (isMembers(place) ? place[part] : undefined), document);
    if (isMembers(found)) return found;
    throw new Error(`${reference} points at nothing`);
  };

/** A schema with what it refers to in its place. */
export const resolvedIn =
  (document: unknown) =>
  (schema: LooseSchema): LooseSchema => {
    const { $ref: reference, ...others } = schema;
    return typeof reference === 'string'
      ? resolvedIn(document)({ ...lookUpIn(document)(reference), ...others })
      : schema;
  };
