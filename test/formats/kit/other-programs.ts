import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A program that specs build files with, or why those specs cannot run. */
export type Program = Readonly<{ _tag: 'Found' } | { _tag: 'Missing'; why: string }>;

/**
 * Under continuous integration (`CI=true`) a missing program would prove less than the run says.
 * @throws under `CI=true` where it does not answer
 */
const program = (name: string, command: string, words: ReadonlyArray<string>): Program => {
  if (spawnSync(command, words, { stdio: 'ignore' }).status === 0) return { _tag: 'Found' };
  const why = `${name} is not on this machine`;
  if (process.env['CI'] === 'true') throw new Error(`Under CI=true: ${why}`);
  return { _tag: 'Missing', why };
};

/** Debian's, which knows the libraries that Debian brings. */
const python = '/usr/bin/python3';

export const lookupPython = (): Program =>
  program('python-docx or openpyxl', python, ['-c', 'import docx, openpyxl']);

export const lookupLibreOffice = (): Program => program('LibreOffice', 'soffice', ['--version']);

/** A directory for files of a spec, and what takes it away. */
export const workshop = (): Readonly<{ path: string; remove: () => void }> => {
  const path = mkdtempSync(join(tmpdir(), 'trackrecord-formats-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
};

/** Runs one of the builders beside this file. @returns what it printed */
export const runPython = (script: string, words: ReadonlyArray<string>, input: string): string =>
  execFileSync(python, [fileURLToPath(new URL(`./${script}`, import.meta.url)), ...words], {
    input,
    encoding: 'utf8',
  });

/** Has LibreOffice save files in another format. @returns the bytes of each, in their order */
export const converted = (
  directory: string,
  files: ReadonlyArray<string>,
  to: string,
): ReadonlyArray<Uint8Array> => {
  const out = mkdtempSync(join(directory, 'converted-'));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(directory, 'office')}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      out,
      ...files,
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
  const ending = to.split(':')[0] ?? to;
  return files.map((file) =>
    readFileSync(join(out, basename(file).replace(/\.[^.]+$/u, `.${ending}`))),
  );
};
