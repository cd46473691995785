import * as E from 'fp-ts/lib/Either.js';
import { formatOf } from './format-of.ts';
import { limits } from './limits.ts';
import { openPackage } from './package/open-package.ts';
import type { ReadRefusal } from './read-refusal.ts';
import type { Source } from './reader.ts';
import { refuse, RefusedFile } from './refused-file.ts';
import { parseXml } from './xml/parse-xml.ts';

/** The parts of a Word document by their names, in the file's order. */
export type WordParts = ReadonlyMap<string, Uint8Array>;

const contentTypes = '[Content_Types].xml';
const isXml = /\.(?:xml|rels)$/iu;

const partsOf = async ({ name, bytes }: Pick<Source, 'name' | 'bytes'>): Promise<WordParts> => {
  if (bytes.length === 0) return refuse({ _tag: 'EmptyFile', name });
  if (bytes.length > limits.file_bytes)
    return refuse({ _tag: 'FileTooLarge', name, bytes: bytes.length, limit: limits.file_bytes });
  const format = await formatOf({ name, bytes });
  if (format !== 'docx')
    return refuse({
      _tag: 'UnreadKind',
      name,
      looksLike: `of another kind (${format})`,
      instead: 'Save it as .docx and send that.',
    });
  const file = await openPackage(name, bytes);
  const parts = new Map<string, Uint8Array>();
  for (const part of file.names.filter((one) => !one.endsWith('/'))) {
    const content = await file.read(part);
    if (isXml.test(part)) parseXml({ name, part }, content);
    parts.set(part, content);
  }
  // Without these it is no Word document, whatever its other parts are.
  await file.read('word/document.xml');
  if ((await file.read(contentTypes)).includes('macroEnabled'))
    return refuse({ _tag: 'HoldsMacros', name, part: contentTypes });
  return parts;
};

/**
 * Takes a Word document apart without looking at what it says: to be filled in, not to be imported.
 * @returns its parts, each of XML found whole; or why it is not taken: another kind of file, one with macros or a
 * password, a damaged one, one that expands too far
 */
export const readWordParts = async (
  source: Pick<Source, 'name' | 'bytes'>,
): Promise<E.Either<ReadRefusal, WordParts>> => {
  try {
    return E.right(await partsOf(source));
  } catch (thrown) {
    if (thrown instanceof RefusedFile) return E.left(thrown.refusal);
    throw thrown;
  }
};
