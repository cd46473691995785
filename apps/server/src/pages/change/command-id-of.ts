import { CommandId } from '@trackrecord/kernel';
import { createHash } from 'node:crypto';
import type { Exchange } from '../../http/exchange.ts';

/** The name of the field with a form's own id, drawn when it was opened. */
export const formIdField = 'formId';

/** What is in a form besides what is to be recorded. */
const aside: ReadonlySet<string> = new Set(['_csrf', 'basedOn', 'future', 'keep']);

/** A UUID made of a name, as version 8 of RFC 9562 leaves it to whoever makes it. */
const uuidOf = (digest: string): CommandId => {
  const variant = ((Number.parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const id = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
  if (CommandId.is(id)) return id;
  throw new Error(`${id} is no command id`);
};

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
  return uuidOf(
    createHash('sha256')
      .update(JSON.stringify([by, path, said]))
      .digest('hex'),
  );
};
