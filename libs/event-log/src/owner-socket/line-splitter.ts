import * as E from 'fp-ts/lib/Either.js';

/** Makes lines of bytes as they come in. */
export type LineSplitter = Readonly<{
  /** The lines that end in this chunk, without their ends; a `Left` says why there are no more to come. */
  feed: (chunk: Buffer) => ReadonlyArray<E.Either<string, string>>;
  /** Whether a line was begun that has not ended. */
  isWithin: () => boolean;
}>;

const lineFeed = 0x0a;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const text = (bytes: Buffer): E.Either<string, string> =>
  E.tryCatch(
    () => decoder.decode(bytes),
    () => 'a line is not in UTF-8',
  );

/** Never keeps more than the longest line: what comes after a line that is too long is not looked at. */
export const lineSplitter = (longest_bytes: number): LineSplitter => {
  let begun: Array<Buffer> = [];
  let length = 0;
  let isOver = false;

  const give = (): E.Either<string, string> => {
    const bytes = Buffer.concat(begun);
    begun = [];
    length = 0;
    return text(bytes);
  };

  const tooLong = (): E.Either<string, string> => {
    begun = [];
    length = 0;
    isOver = true;
    return E.left(`a line is longer than ${longest_bytes} bytes`);
  };

  return {
    feed: (chunk) => {
      const lines: Array<E.Either<string, string>> = [];
      let from = 0;
      while (!isOver && from < chunk.length) {
        const end = chunk.indexOf(lineFeed, from);
        const part = chunk.subarray(from, end === -1 ? undefined : end);
        begun.push(part);
        length += part.length;
        from += part.length + 1;
        if (length > longest_bytes) lines.push(tooLong());
        else if (end !== -1) lines.push(give());
      }
      return lines;
    },
    isWithin: () => length > 0,
  };
};
