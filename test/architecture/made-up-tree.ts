import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Specimen } from './import-violations.ts';

const workspaces: Readonly<Record<string, string>> = {
  kernel: 'libs/kernel',
  domain: 'libs/domain',
  'read-models': 'libs/read-models',
  application: 'libs/application',
  'event-log': 'libs/event-log',
  evidence: 'libs/evidence',
  documents: 'libs/documents',
  papers: 'libs/papers',
  notifications: 'libs/notifications',
  pages: 'libs/pages',
  'unheard-of': 'libs/unheard-of',
  cli: 'apps/cli',
  server: 'apps/server',
  worker: 'apps/worker',
  'test-kit': 'test/kit',
};

const packages = [
  '@eventstore/db-client',
  '@nestjs/common',
  'better-sqlite3',
  'commander',
  'docx',
  'fast-check',
  'io-ts',
  'nunjucks',
  'temporal-polyfill',
  'vitest',
  'yauzl',
];

/**
 * Writes a workspace laid out as ours, with every library of the import table whether it exists yet or not,
 * and the specimens in it. Packages are empty: only their names matter.
 * @returns its top, and what removes it
 */
export const writeMadeUpTree = (
  specimens: ReadonlyArray<Specimen>,
): Readonly<{ directory: string; remove: () => void }> => {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'trackrecord-architecture-')));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  };
  const manifest = (exports: Readonly<Record<string, string>>): string =>
    JSON.stringify({ type: 'module', exports });

  write('package.json', '{}');
  mkdirSync(join(directory, 'node_modules/@trackrecord'), { recursive: true });
  for (const [name, folder] of Object.entries(workspaces)) {
    write(
      `${folder}/package.json`,
      manifest({ '.': './src/index.ts', './ports': './src/ports/index.ts' }),
    );
    write(`${folder}/src/index.ts`, 'export type Nothing = never;');
    symlinkSync(
      join(directory, folder),
      join(directory, 'node_modules/@trackrecord', name),
      'junction',
    );
  }
  write('libs/application/src/ports/index.ts', 'export type Port = never;');
  write('apps/server/dist/f.js', '');
  write('apps/server/src/e.spec.ts', '');
  write('apps/server/src/h.ts', `import './g.ts'; export const h = 1;`);
  write('node_modules/fp-ts/package.json', '{}');
  write('node_modules/fp-ts/lib/Either.js', '');
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, manifest({ '.': './index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const { file, source } of specimens) write(file, source);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};
