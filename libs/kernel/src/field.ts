import * as O from 'fp-ts/lib/Option.js';
import type * as t from 'io-ts';
import type { Said } from './assertion.ts';
import { type Values, valueOf } from './cut.ts';
import type { Json } from './json.ts';
import type { LocalDate } from './local-date.ts';

/** A field of a subject that holds one value: how to say it, and how to read it from a cut. */
export type Field<A extends Json> = Readonly<{
  name: string;
  /** Says that the field of `subject` is `value`; `null` says that it is nothing any more. */
  says: (subject: string, value: A | null) => Said;
  /** The value that holds; `none` when nothing was said, or "nothing any more". */
  of: (cut: Values, subject: string) => O.Option<A>;
  /** Since when it holds. */
  since: (cut: Values, subject: string) => O.Option<LocalDate>;
}>;

/** One member of a set-like field: owners, notes, cross-references. Each member is a register of its own. */
export type Member<A> = Readonly<{ id: string; value: A; since: LocalDate }>;

export type MemberField<A extends Json> = Readonly<{
  name: string;
  says: (subject: string, member: string, value: A | null) => Said;
  of: (cut: Values, subject: string, member: string) => O.Option<A>;
  /** The members that hold, in the order in which they were first said. */
  membersOf: (cut: Values, subject: string) => ReadonlyArray<Member<A>>;
}>;

const checked =
  <A extends Json>(codec: t.Type<A, unknown>) =>
  (value: Json | undefined): O.Option<A> =>
    value !== undefined && value !== null && codec.is(value) ? O.some(value) : O.none;

/** Defines a field; its codec says which values it can hold. */
export const field = <A extends Json>(name: string, codec: t.Type<A, unknown>): Field<A> => ({
  name,
  says: (subject, value) => ({ subject, field: name, value }),
  of: (cut, subject) => checked(codec)(valueOf(cut, subject, name)),
  since: (cut, subject) => O.fromNullable(cut.get(subject)?.get(name)?.effectiveOn),
});

/** Defines a set-like field. A member's register is named `name/member`. */
export const memberField = <A extends Json>(
  name: string,
  codec: t.Type<A, unknown>,
): MemberField<A> => {
  const prefix = `${name}/`;
  return {
    name,
    says: (subject, member, value) => ({ subject, field: `${prefix}${member}`, value }),
    of: (cut, subject, member) => checked(codec)(valueOf(cut, subject, `${prefix}${member}`)),
    // Asked for every set-like field of every item of a plan: no array an entry.
    membersOf: (cut, subject) => {
      const members: Array<Member<A>> = [];
      cut.get(subject)?.forEach(({ value, effectiveOn }, register) => {
        if (value !== null && register.startsWith(prefix) && codec.is(value))
          members.push({ id: register.slice(prefix.length), value, since: effectiveOn });
      });
      return members;
    },
  };
};
