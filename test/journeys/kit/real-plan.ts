import { lookupReferencePlans } from '@trackrecord/test-kit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of the two real plans: where its file is, and its text. */
export type RealPlan = Readonly<{ path: string; text: string }>;

/** The real plan of a file name; `undefined`, and a line that says so, where they do not stand beside this clone. */
export const lookupRealPlan = (name: string): RealPlan | undefined => {
  const plans = lookupReferencePlans();
  if (plans._tag === 'Missing') {
    console.log(`${name}: skipped, since ${plans.why}`);
    return undefined;
  }
  const path = join(plans.directory, name);
  return { path, text: readFileSync(path, 'utf8') };
};
