import * as E from 'fp-ts/lib/Either.js';
import type { Document } from '../../document/document.ts';
import { readFile } from '../read-file.ts';
import { describeReadRefusal } from '../read-refusal.ts';

const nobody = (): void => undefined;

/** A file of a spec's own as a document. @throws where it is refused, with the refusal in words */
export const documentOf = async (name: string, bytes: Uint8Array): Promise<Document> => {
  const read = await readFile({ name, bytes, progress: nobody });
  if (E.isLeft(read)) throw new Error(describeReadRefusal(read.left));
  return read.right;
};

/** Why a file of a spec's own is refused, in words. @throws where it is read */
export const refusalOf = async (name: string, bytes: Uint8Array): Promise<string> => {
  const read = await readFile({ name, bytes, progress: nobody });
  if (E.isRight(read)) throw new Error(`${name} was read`);
  return describeReadRefusal(read.left);
};
