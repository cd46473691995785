import * as fc from 'fast-check';
import type * as t from 'io-ts';
import {
  isInterface,
  isIntersection,
  isKeyof,
  isList,
  isLiteral,
  isPartial,
  isUnion,
} from './codec-shapes.ts';

/** How values of codecs that have no inside (brands, numbers, strings) are made. */
export type Leaves = ReadonlyMap<t.Mixed, fc.Arbitrary<unknown>>;

const merged = (parts: ReadonlyArray<unknown>): unknown => Object.assign({}, ...parts);

const valuesOf =
  (leaves: Leaves) =>
  (codec: t.Mixed): fc.Arbitrary<unknown> => {
    const inside = valuesOf(leaves);
    const members = (props: Readonly<Record<string, t.Mixed>>) =>
      Object.fromEntries(Object.entries(props).map(([key, one]) => [key, inside(one)]));
    const leaf = leaves.get(codec);
    if (leaf !== undefined) return leaf;
    if (isInterface(codec)) return fc.record(members(codec.props));
    if (isPartial(codec)) return fc.record(members(codec.props), { requiredKeys: [] });
    if (isIntersection(codec)) return fc.tuple(...codec.types.map(inside)).map(merged);
    if (isUnion(codec)) return fc.oneof(...codec.types.map(inside));
    if (isLiteral(codec)) return fc.constant(codec.value);
    if (isKeyof(codec)) return fc.constantFrom(...Object.keys(codec.keys));
    if (isList(codec)) return fc.array(inside(codec.type), { maxLength: 3 });
    throw new Error(`There is no way yet to make up a ${codec.name}: add it to the leaves.`);
  };

/** Values that a codec takes, made up from its own shape; `leaves` says how its brands are filled. */
export const arbitraryOf =
  (leaves: Leaves) =>
  <A>(codec: t.Type<A, unknown, unknown>): fc.Arbitrary<A> =>
    valuesOf(leaves)(codec).filter((value): value is A => codec.is(value));
