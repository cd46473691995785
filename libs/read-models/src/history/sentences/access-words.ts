import type { Json } from '@trackrecord/kernel';
import type { HistoryAnswer } from '../history-answer.ts';
import { type FieldWords, states, type SubjectWords } from './field-words.ts';
import { membersOf, textIn } from './json-members.ts';

/** "manager on the plan harbour", "auditor on every plan". */
export const roleInWords = (value: Json): string => {
  const { plan } = membersOf(value);
  const where = typeof plan === 'string' ? `the plan ${plan}` : 'every plan';
  return `${textIn(value, 'role')} on ${where}`;
};

const roleIn = ({ value, fromValue }: HistoryAnswer): string => roleInWords(value ?? fromValue);

const accountRole: FieldWords = {
  is: (row) => `role ${roleIn(row)}`,
  set: (row) => `given the role ${roleIn(row)}`,
  changed: (row) => `given the role ${roleIn(row)}`,
  removed: (row) => `role ${roleIn(row)} taken away`,
};

const renewals: Readonly<Record<string, string>> = {
  given: 'given a new password',
  chosen: 'password changed',
};

const renewal = ({ to }: HistoryAnswer): string => renewals[to ?? ''] ?? 'given a new password';

const password: FieldWords = { is: renewal, set: renewal, changed: renewal, removed: renewal };

/** What somebody signs in with. */
export const accountWords: SubjectWords = {
  status: states({ open: 'opened' }, { open: 'opened again', closed: 'closed' }),
  role: accountRole,
  password,
};

const issued = (row: HistoryAnswer): string => `issued with the role ${roleIn(row)}`;

const revoked = (): string => 'revoked';

/** What a program signs in with: its one role is what it was issued with. */
export const tokenWords: SubjectWords = {
  role: { is: issued, set: issued, changed: issued, removed: issued },
  revoked: { is: revoked, set: revoked, changed: revoked, removed: revoked },
};
