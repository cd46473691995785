import * as E from 'fp-ts/lib/Either.js';
import type { BoardPaper } from '../paper/board-paper.ts';
import { ownDocument } from './own-document.ts';
import { partsOf, sealedFile } from './sealed-file.ts';

export const wordPaper = async (paper: BoardPaper): Promise<E.Either<never, Uint8Array>> =>
  E.right(await sealedFile(await partsOf(await ownDocument(paper)), paper));
