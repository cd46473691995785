import { spawnSync } from 'node:child_process';

/**
 * Whether a program of another maker is here to judge a file. Where it is not, a line says what is skipped; a continuous
 * integration run (`CI=true`) without it would prove less than it says.
 * @param whence the package of Debian that brings it
 * @throws under `CI=true` where it is missing
 */
export const lookupTool = (name: string, whence: string): boolean => {
  if (spawnSync(name, ['--version'], { encoding: 'utf8' }).error === undefined) return true;
  const why = `${name} (Debian's ${whence}) is not installed here`;
  if (process.env['CI'] === 'true') throw new Error(`Under CI=true ${why}`);
  console.log(`${name}: skipped, since ${why}`);
  return false;
};
