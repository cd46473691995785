import { type Document, readText } from '@trackrecord/documents';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookupReferencePlans } from '@trackrecord/test-kit';

/** For specs: one of the two real plans that the import is held to. */
export type ReferencePlan = Readonly<{ bytes: Uint8Array; document: Document }>;

/** The plan of that file name, or `undefined` where the real plans do not stand beside this clone. */
export const lookupReferencePlan = (name: string): ReferencePlan | undefined => {
  const plans = lookupReferencePlans();
  if (plans._tag === 'Missing') return undefined;
  const bytes = readFileSync(join(plans.directory, name));
  const read = readText(name, bytes);
  if (read._tag === 'Left') throw new Error(`not read: ${read.left._tag}`);
  return { bytes, document: read.right };
};
