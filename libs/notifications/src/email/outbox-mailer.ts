import { createHash, randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delivery, Mailer } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import { composeMessage, type Sender } from './compose-message.ts';

const nobody: Sender = { from: { name: 'Trackrecord', address: 'trackrecord@localhost' } };

/** A message id as a file's name: as it is where it is plain, and never another one's. */
export const outboxFileName = (messageId: string): string => {
  const plain = messageId.replace(/[^A-Za-z0-9@_+.-]/gu, '_').replace(/^\./u, '_');
  const name = plain.slice(0, 150);
  return name === messageId
    ? `${name}.eml`
    : `${name}.${createHash('sha256').update(messageId).digest('hex').slice(0, 16)}.eml`;
};

const syncDirectory = async (directory: string): Promise<void> => {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Whole or not at all: under its own name only when every byte of it is on the disk. */
const writeWhole = async (directory: string, name: string, bytes: Buffer): Promise<void> => {
  const unfinished = join(directory, `.${randomUUID()}.part`);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, join(directory, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncDirectory(directory);
};

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** What may pass by itself: a full disk, too many open files. */
const passing = ['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'EIO', 'EINTR'];

const notWritten = (directory: string, error: unknown): Delivery => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = `The message could not be written into ${directory}: ${error instanceof Error ? error.message : String(error)}`;
  return { _tag: passing.includes(code) ? 'Deferred' : 'Failed', why };
};

/**
 * Writes each message into a directory, as `<message id>.eml` that only its owner can read: for a server with no SMTP
 * server set, so that all that would be sent can be seen. The directory is made where there is none.
 */
export const outboxMailer = (directory: string, sender: Sender = nobody): Mailer => ({
  kind: 'outbox',
  place: directory,
  send: (letter) => async () => {
    const message = composeMessage(letter, sender);
    if (E.isLeft(message)) return message.left;
    const name = outboxFileName(letter.messageId);
    try {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      if (!(await isThere(join(directory, name))))
        await writeWhole(directory, name, await message.right.build());
      return { _tag: 'Sent' };
    } catch (error) {
      return notWritten(directory, error);
    }
  },
});
