import type * as t from 'io-ts';

// What io-ts keeps inside a codec, by its tag; its own classes type most of it as `any`.

type Tagged<Tag extends string, Holds> = t.Mixed & Readonly<{ _tag: Tag } & Holds>;

const isTagged =
  <Tag extends string, Holds>(...tags: ReadonlyArray<Tag>) =>
  (codec: t.Mixed): codec is Tagged<Tag, Holds> =>
    '_tag' in codec && tags.some((tag) => tag === codec._tag);

type Props = Readonly<{ props: Readonly<Record<string, t.Mixed>> }>;

/** `t.type({ … })`: every member has to be there. */
export const isInterface = isTagged<'InterfaceType', Props>('InterfaceType');

/** `t.partial({ … })`: members may be there. */
export const isPartial = isTagged<'PartialType', Props>('PartialType');

export const isIntersection = isTagged<
  'IntersectionType',
  Readonly<{ types: ReadonlyArray<t.Mixed> }>
>('IntersectionType');

export const isUnion = isTagged<'UnionType', Readonly<{ types: ReadonlyArray<t.Mixed> }>>(
  'UnionType',
);

export const isLiteral = isTagged<'LiteralType', Readonly<{ value: string | number | boolean }>>(
  'LiteralType',
);

/** `t.keyof({ … })`: one of some words. */
export const isKeyof = isTagged<'KeyofType', Readonly<{ keys: Readonly<Record<string, null>> }>>(
  'KeyofType',
);

export const isList = isTagged<'ReadonlyArrayType' | 'ArrayType', Readonly<{ type: t.Mixed }>>(
  'ReadonlyArrayType',
  'ArrayType',
);

/** `t.record(t.string, …)`: any names, one kind of value. */
export const isDictionary = isTagged<'DictionaryType', Readonly<{ codomain: t.Mixed }>>(
  'DictionaryType',
);

/** `t.exact(…)` and `t.readonly(…)`: the same values as what is inside. */
export const isWrapper = isTagged<'ExactType' | 'ReadonlyType', Readonly<{ type: t.Mixed }>>(
  'ExactType',
  'ReadonlyType',
);
