import type { Piece } from '../document/blocks-of-pieces.ts';
import type { Remark } from '../document/remark.ts';

/** A file to read, and whom to tell how far it has come: of `of` steps `done` are done. */
export type Source = Readonly<{
  name: string;
  bytes: Uint8Array;
  progress: (done: number, of: number) => void;
}>;

/** What a reader finds. A remark's `block` is the number, from 1, of the piece that it is about. */
export type Read = Readonly<{
  pieces: ReadonlyArray<Piece>;
  remarks: ReadonlyArray<Remark>;
  properties?: Readonly<Record<string, string>>;
}>;

/** Reads files of one kind. It ends with `refuse` where a file is not read, and executes and fetches nothing. */
export type Reader = (source: Source) => Promise<Read>;
