/** One file of a made-up tree, and the rule that it breaks (`undefined`: it is allowed). */
export type Specimen = Readonly<{ file: string; source: string; breaks: string | undefined }>;

const breaking = (file: string, source: string, breaks: string): Specimen => ({
  file,
  source,
  breaks,
});

const allowed = (file: string, source: string): Specimen => ({ file, source, breaks: undefined });

/**
 * Deliberate violations, written by hand from the import table: at least one for each of its rows, one for each of
 * its columns, and one for each further rule. Each must be caught, and the permitted ones beside them must not.
 */
export const specimens: ReadonlyArray<Specimen> = [
  breaking('libs/kernel/src/a.ts', `import '@trackrecord/domain';`, 'kernel: libraries'),
  breaking('libs/kernel/src/b.ts', `import 'temporal-polyfill';`, 'kernel: packages'),
  breaking('libs/kernel/src/c.ts', `import 'node:crypto';`, 'kernel: Node'),
  breaking('libs/kernel/src/d.spec.ts', `import '@trackrecord/domain';`, 'kernel: specs'),
  breaking(
    'libs/kernel/src/e.ts',
    `import type { Domain } from '@trackrecord/domain'; export type E = Domain;`,
    'kernel: libraries',
  ),
  allowed('libs/kernel/src/y.ts', `import 'io-ts'; import 'fp-ts/lib/Either.js';`),
  allowed(
    'libs/kernel/src/z.spec.ts',
    `import 'vitest'; import 'fast-check'; import 'node:fs'; import '@trackrecord/test-kit';`,
  ),

  breaking('libs/domain/src/a.ts', `import '@trackrecord/read-models';`, 'domain: libraries'),
  breaking('libs/domain/src/b.ts', `import 'commander';`, 'domain: packages'),
  breaking('libs/domain/src/c.ts', `import 'node:fs';`, 'domain: Node'),
  allowed('libs/domain/src/z.ts', `import '@trackrecord/kernel'; import 'io-ts';`),

  breaking(
    'libs/read-models/src/a.ts',
    `import '@trackrecord/event-log';`,
    'read-models: libraries',
  ),
  breaking('libs/read-models/src/b.ts', `import 'io-ts';`, 'read-models: packages'),
  breaking('libs/read-models/src/c.ts', `import 'node:sqlite';`, 'read-models: Node'),
  allowed('libs/read-models/src/z.ts', `import '@trackrecord/domain';`),

  breaking(
    'libs/application/src/a.ts',
    `import '@trackrecord/event-log';`,
    'application: libraries',
  ),
  breaking('libs/application/src/b.ts', `import 'io-ts';`, 'application: packages'),
  breaking('libs/application/src/c.ts', `import 'node:crypto';`, 'application: Node'),
  allowed('libs/application/src/z.ts', `import '@trackrecord/read-models';`),

  breaking('libs/event-log/src/a.ts', `import '@trackrecord/application';`, 'event-log: libraries'),
  breaking('libs/event-log/src/b.ts', `import '@trackrecord/documents';`, 'event-log: libraries'),
  breaking('libs/event-log/src/c.ts', `import 'better-sqlite3';`, 'event-log: packages'),
  allowed(
    'libs/event-log/src/z.ts',
    `import '@trackrecord/application/ports'; import 'node:sqlite'; import '@eventstore/db-client';`,
  ),

  breaking('libs/evidence/src/a.ts', `import '@trackrecord/domain';`, 'evidence: libraries'),
  breaking('libs/evidence/src/b.ts', `import 'docx';`, 'evidence: packages'),
  breaking('libs/evidence/src/c.ts', `import 'node:fs';`, 'evidence: Node'),
  allowed('libs/evidence/src/z.ts', `import '@trackrecord/kernel'; import 'node:crypto';`),

  breaking('libs/documents/src/a.ts', `import '@trackrecord/application';`, 'documents: libraries'),
  breaking('libs/documents/src/b.ts', `import 'commander';`, 'documents: packages'),
  breaking('libs/documents/src/c.ts', `import 'node:fs';`, 'documents: Node'),
  breaking('libs/documents/src/e.ts', `import '@trackrecord/event-log';`, 'documents: libraries'),
  allowed(
    'libs/documents/src/z.ts',
    `import '@trackrecord/read-models'; import '@trackrecord/application/ports'; import 'yauzl';`,
  ),

  breaking('libs/papers/src/a.ts', `import '@trackrecord/event-log';`, 'papers: libraries'),
  breaking('libs/papers/src/b.ts', `import 'yauzl';`, 'papers: packages'),
  breaking('libs/papers/src/c.ts', `import 'node:http';`, 'papers: Node'),
  allowed('libs/papers/src/z.ts', `import '@trackrecord/application'; import 'docx';`),

  breaking(
    'libs/notifications/src/a.ts',
    `import '@trackrecord/application';`,
    'notifications: libraries',
  ),
  breaking('libs/notifications/src/b.ts', `import 'smtp-server';`, 'notifications: packages'),
  breaking('libs/notifications/src/c.ts', `import 'node:net';`, 'notifications: Node'),
  allowed('libs/notifications/src/z.ts', `import '@trackrecord/application/ports';`),

  breaking('libs/pages/src/a.ts', `import '@trackrecord/event-log';`, 'pages: libraries'),
  breaking('libs/pages/src/b.ts', `import '@nestjs/common';`, 'pages: packages'),
  breaking('libs/pages/src/c.ts', `import 'node:http';`, 'pages: Node'),
  allowed(
    'libs/pages/src/z.ts',
    `import '@trackrecord/application'; import 'nunjucks'; import 'node:fs';`,
  ),

  breaking('libs/unheard-of/src/index.ts', `import 'fp-ts/lib/Either.js';`, 'no row'),
  breaking('libs/documents/src/d.ts', `import '@nestjs/common';`, 'nest only in apps'),
  breaking('apps/server/src/a.ts', `import '@trackrecord/cli';`, 'no app in another'),
  breaking('apps/cli/src/a.ts', `import '@trackrecord/worker';`, 'no app in another'),
  breaking(
    'apps/worker/src/a.ts',
    `import '@trackrecord/server';`,
    'the server only in the command line',
  ),
  breaking('apps/cli/src/b.ts', `import '@trackrecord/server';`, 'the server only when asked for'),
  breaking(
    'apps/cli/src/c.ts',
    `export const c = () => import('../../server/src/h.ts');`,
    'only through index.ts',
  ),
  allowed(
    'apps/cli/src/z.ts',
    `import type { Nothing } from '@trackrecord/server';
    export const z = (): Promise<Nothing> => import('@trackrecord/server');`,
  ),
  allowed('apps/cli/src/y.ts', `export type Server = typeof import('@trackrecord/server');`),
  breaking(
    'apps/server/src/b.ts',
    `import '../../../libs/kernel/src/y.ts';`,
    'only through index.ts',
  ),
  breaking('test/journeys/a.ts', `import '../../libs/kernel/src/y.ts';`, 'only through index.ts'),
  breaking(
    'apps/server/src/c.ts',
    `import '@trackrecord/test-kit';`,
    'nothing shipped imports tests',
  ),
  breaking('apps/server/src/d.ts', `import './e.spec.ts';`, 'nothing shipped imports tests'),
  breaking('apps/server/src/f.ts', `import '../dist/f.js';`, 'no build output'),
  breaking('apps/server/src/g.ts', `import './h.ts'; export const g = 1;`, 'no cycles'),
  breaking('apps/server/src/i.ts', `import './is-not-there.ts';`, 'found'),
  allowed(
    'apps/server/src/z.ts',
    `import '@trackrecord/event-log'; import '@nestjs/common'; import 'node:fs';`,
  ),
  allowed('test/journeys/z.spec.ts', `import '@trackrecord/domain'; import 'vitest';`),
];
