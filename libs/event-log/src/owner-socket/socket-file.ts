import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/**
 * Where the process that writes a log listens for the commands beside it: `<file>.sock`.
 * On Windows a named pipe, which has no place in a directory and so is named by the log's path. Whoever else is signed
 * in there may open it to read, and is told the greeting; only its owner and administrators may write to it.
 */
export const socketFile = (file: string): string =>
  process.platform === 'win32'
    ? `\\\\.\\pipe\\trackrecord-${createHash('sha256').update(resolve(file).toLowerCase()).digest('hex').slice(0, 32)}`
    : `${file}.sock`;

/** Whether a socket is a file, with an owner and a mode. */
export const isInDirectory = process.platform !== 'win32';
