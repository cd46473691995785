import { CommandId } from '@trackrecord/kernel';
import { createHash } from 'node:crypto';

/**
 * The id of a command that is the same each time it is made of the same: what is sent twice is one command, and the
 * log knows it again. A UUID, as version 8 of RFC 9562 leaves it to whoever makes it.
 * @param madeOf JSON: who sent it, and what makes it this command
 */
export const repeatableCommandId = (madeOf: ReadonlyArray<unknown>): CommandId => {
  const digest = createHash('sha256').update(JSON.stringify(madeOf)).digest('hex');
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
