import type { StorageEngine } from 'multer';

/**
 * Holds a file in memory up to so many bytes. Of a larger one nothing is held, only how large it is: its form is read
 * to its end all the same, and can be answered in words, filled in as it was.
 */
export const inMemoryUpTo = (most_bytes: number): StorageEngine => ({
  _handleFile: (_request, { stream }, done) => {
    const held: Array<Buffer> = [];
    let size = 0;
    stream.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= most_bytes) held.push(part);
      else held.length = 0;
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
