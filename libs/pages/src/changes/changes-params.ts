import type { FormErrors } from '../forms/form-errors.ts';
import { listInWords } from '../words/list-in-words.ts';
import { type AgendaKind, agendaKinds } from './change-kinds.ts';

/** Which kinds of changes an address asks for: all where it names none. What is no kind is told. */
export const parseKinds = (
  typed: ReadonlyArray<string>,
): Readonly<{ kinds: ReadonlyArray<AgendaKind>; errors: FormErrors }> => {
  const asked = typed.map((word) => word.trim()).filter((word) => word !== '');
  const unknown = asked.filter((word) => !agendaKinds.some((kind) => kind === word));
  return {
    kinds: agendaKinds.filter((kind) => asked.includes(kind)),
    errors: unknown.map((word) => ({
      field: 'kind',
      message: `Kind of change: “${word}” is none. It can be ${listInWords(agendaKinds)}.`,
    })),
  };
};
