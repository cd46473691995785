import type { CommandId } from '@trackrecord/kernel';
import type { Exchange } from '../../http/exchange.ts';
import { repeatableCommandId } from '../../repeatable-command-id.ts';

/** The name of the field with a form's own id, drawn when it was opened. */
export const formIdField = 'formId';

/** What is in a form besides what is to be recorded. */
const aside: ReadonlySet<string> = new Set(['_csrf', 'basedOn', 'future', 'keep']);

/**
 * The id of the command that a form gives: of who sent it, the form's own id and all that was filled in. Sent twice it
 * is one command; gone back to and filled in otherwise it is another.
 */
export const commandIdOf = (
  { path, form }: Pick<Exchange, 'path' | 'form'>,
  by: string,
): CommandId => {
  const said = form
    .names()
    .filter((name) => !aside.has(name))
    .toSorted()
    .map((name) => [name, form.all(name)]);
  return repeatableCommandId([by, path, said]);
};
