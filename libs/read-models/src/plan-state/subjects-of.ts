import { isThere, type SubjectKind } from '@trackrecord/domain';
import type { Values } from '@trackrecord/kernel';

/** An item's id beside its subject in the cut. */
export type SubjectOfKind = Readonly<{ id: string; subject: string }>;

/** The items of one kind that are in the plan, in the order in which they came into it. */
export const subjectsOf = (cut: Values, kind: SubjectKind): ReadonlyArray<SubjectOfKind> =>
  [...cut.keys()]
    .filter((subject) => subject.startsWith(`${kind}:`) && isThere(cut, subject))
    .map((subject) => ({ id: subject.slice(kind.length + 1), subject }));
