import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { progressField, tellHowFar } from './how-far.ts';

/** The word by which a form's progress is asked for, where it stands before the file. */
const wordIn = ({ body }: Request): unknown => {
  const fields: unknown = body;
  return typeof fields === 'object' && fields !== null
    ? Object.entries(fields).find(([name]) => name === progressField)?.[1]
    : undefined;
};

/**
 * Holds a file in memory up to so many bytes. Of a larger one nothing is held, only how large it is: its form is read
 * to its end all the same, and can be answered in words, filled in as it was. How much has come is told as it comes.
 */
export const inMemoryUpTo = (most_bytes: number): StorageEngine => ({
  _handleFile: (request, { stream }, done) => {
    const held: Array<Buffer> = [];
    const word = wordIn(request);
    const all = Number(request.get('content-length'));
    let size = 0;
    stream.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most_bytes) held.push(part);
      else held.length = 0;
      if (all > 0) tellHowFar(word, { doing: 'sending', share: Math.min(1, size / all) });
    });
    stream.once('error', done);
    stream.once('end', () => {
      done(null, { buffer: Buffer.concat(held), size });
    });
  },
  _removeFile: (_request, _file, done) => {
    done(null);
  },
});
