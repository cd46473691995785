import type { Sha256 } from '@trackrecord/kernel';
import type { Block } from './block.ts';

/** What every reader (text, Word, Excel) makes of a file. Nothing after it knows the format. */
export type Document = Readonly<{
  /** The file's name, without its folder. */
  name: string;
  /** Of the file's bytes. */
  sha256: Sha256;
  blocks: ReadonlyArray<Block>;
}>;
