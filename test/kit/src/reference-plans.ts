import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the reference plans are, or why tests that need them cannot run. */
export type ReferencePlans =
  Readonly<{ _tag: 'Found'; directory: string }> | Readonly<{ _tag: 'Missing'; why: string }>;

const beside = fileURLToPath(new URL('../../../../shared/plans', import.meta.url));

const holdsText = (directory: string): boolean =>
  existsSync(directory) && readdirSync(directory).some((name) => name.endsWith('.txt'));

/**
 * The real plans that the import is held to. They are not ours to publish, so they stand beside a clone
 * (`../shared/plans`) and tests read them there; without them those tests are skipped, and say so.
 * A continuous integration run (`CI=true`) without them would prove less than it says.
 * @throws under `CI=true` where they are missing
 */
export const lookupReferencePlans = (
  directory: string = beside,
  inContinuousIntegration: boolean = process.env['CI'] === 'true',
): ReferencePlans => {
  if (holdsText(directory)) return { _tag: 'Found', directory };
  const why = 'the reference plans are not in ../shared/plans beside this clone';
  if (inContinuousIntegration) throw new Error(`Under CI=true ${why}`);
  return { _tag: 'Missing', why };
};
