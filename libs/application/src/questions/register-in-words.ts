import {
  cadenceByRating,
  ColumnChoice,
  columnMeaning,
  columnMeaningsInWords,
  membership,
  partyMergedInto,
  reminderPolicy,
  RoleOnPlan,
  UpdateRequest,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import {
  cadenceByRatingInWords,
  type Directory,
  nameOf,
  policyInWords,
  roleInWords,
} from '@trackrecord/read-models';
import { valueInWords } from './naming.ts';

/** The refs of a plan's actions, by the ids that the log knows them by. */
export type RefsById = ReadonlyMap<string, string>;

/** What a register is about, in words: "action 14", by the ref that the action has now; "plan". */
export const subjectInWords = (refs: RefsById, subject: string): string => {
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  return id === '' ? kind : `${kind} ${kind === 'action' ? (refs.get(id) ?? id) : id}`;
};

/** A register's field and, of a set, its member: `owner/p-12` is `owner` and `p-12`. */
export const fieldAndMember = (
  register: string,
): Readonly<{ field: string; member: string | null }> => {
  const [field = '', ...member] = register.split('/');
  return { field, member: member.length === 0 ? null : member.join('/') };
};

/** A register's value in words; owners, those who were asked, organisations and whom one was merged into stand by name. */
export const registerValueInWords = (
  directory: Directory,
  register: string,
  value: Json,
): string | null => {
  const { field, member } = fieldAndMember(register);
  if (field === 'owner' && typeof value === 'string')
    return `${nameOf(directory)(member ?? '')} (${value})`;
  if (field === 'request' && UpdateRequest.is(value) && value.of.length > 0) {
    const whom = value.of.map(nameOf(directory)).join(', ');
    return `${value.words} (asked of ${whom}, ${value.state})`;
  }
  if (field === partyMergedInto.name && typeof value === 'string') return nameOf(directory)(value);
  if (field === cadenceByRating.name && value !== null) return cadenceByRatingInWords(value);
  if (field === reminderPolicy.name && value !== null) return policyInWords(value);
  if (field === columnMeaning.name && ColumnChoice.is(value))
    return columnMeaningsInWords[value.meaning];
  if (field === 'role' && RoleOnPlan.is(value)) return roleInWords(value);
  if (field === membership.name && value === true) return nameOf(directory)(member ?? '');
  return valueInWords(value);
};
