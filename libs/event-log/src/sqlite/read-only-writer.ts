import * as E from 'fp-ts/lib/Either.js';
import type { Writer } from './writer.ts';

/** What stands in a writer's place where a log was opened to read. */
export const readOnlyWriter = (file: string): Writer => ({
  append: () =>
    Promise.resolve(
      E.left({
        _tag: 'Unavailable',
        message: `${file} was opened for reading: nothing can be appended`,
      }),
    ),
  close: () => Promise.resolve(),
});
