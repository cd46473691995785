import { newRef, type Writable } from '@trackrecord/application';
import type * as t from 'io-ts';
import { askedCodec, filledBy, membersOf } from './asked-codec.ts';
import type { ByItsCodec, Members } from './command-route.ts';

export type Names = Readonly<Record<string, string>>;

/** How a command's own codec reads a request. */
export type ItsCodec = Readonly<{
  /** What is sent besides what the path names. */
  asks: t.Type<Members, unknown, unknown>;
  /** Which names of the path fill which members. */
  filled: ReadonlyMap<string, string>;
  /** The command's members, of what was sent and what the path names; what was left out is made up. */
  put: (deps: Writable, asked: Members, names: Names) => Members;
}>;

/** Of what was sent, the members that a codec has; the others say what is around the command. */
export const ofCodec = (codec: t.Mixed, asked: Members): Members =>
  Object.fromEntries(
    membersOf(codec)
      .filter(({ name }) => name in asked)
      .map(({ name }) => [name, asked[name]]),
  );

/** Reads a command by its own codec, as a route says. */
export const inItsCodec = (
  data: t.Mixed,
  { path, fills, madeUp = {} }: Pick<ByItsCodec<Members>, 'path' | 'fills' | 'madeUp'>,
): ItsCodec => {
  const known = new Set(membersOf(data).map(({ name }) => name));
  const filled = new Map([...filledBy(path, fills)].filter(([member]) => known.has(member)));
  const making = Object.entries(madeUp);
  return {
    asks: askedCodec(
      data,
      filled,
      making.map(([member]) => member),
    ),
    filled,
    put: (deps, asked, names) =>
      making.reduce(
        (so: Members, [member, make]) =>
          member in so || make === undefined
            ? so
            : { ...so, [member]: make({ asked: so, newRef: (prefix) => newRef(deps, prefix) }) },
        {
          ...Object.fromEntries([...filled].map(([member, name]) => [member, names[name]])),
          ...ofCodec(data, asked),
        },
      ),
  };
};
