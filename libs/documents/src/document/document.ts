import type { Sha256 } from '@trackrecord/kernel';
import type { Block } from './block.ts';
import type { Format } from './format.ts';
import type { Remark } from './remark.ts';

/** What every reader (text, Word, Excel, …) makes of a file. Nothing after it knows the format. */
export type Document = Readonly<{
  /** The file's name, without its folder. */
  name: string;
  /** Of the file's bytes. */
  sha256: Sha256;
  /** For messages to people alone. */
  format: Format;
  blocks: ReadonlyArray<Block>;
  /** What the file holds besides. */
  remarks: ReadonlyArray<Remark>;
  /** The file's own properties that somebody gave a name to (Word's and Excel's custom properties). */
  properties?: Readonly<Record<string, string>>;
}>;

/**
 * A document as plain text: its blocks' raw slices one after another. Of a text file that is the file; lines and
 * corrections are counted in it.
 */
export const textOf = ({ blocks }: Pick<Document, 'blocks'>): string =>
  blocks.map(({ raw }) => raw).join('');
