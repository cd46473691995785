import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { viewsDefinition, viewsFingerprint } from './views-definition.ts';

const libraries = fileURLToPath(new URL('../../../', import.meta.url));

/** What decides what the views hold; with all that these files import from beside them. */
const roots = [
  'event-log/src/views/views-schema.ts',
  'event-log/src/views/event-indexer.ts',
  'domain/src/event/domain-event.ts',
  'domain/src/named-parties.ts',
  'kernel/src/assertion.ts',
  'kernel/src/field.ts',
];

/** The version and its fingerprint themselves, and how far the views are. */
const apart = ['views-definition.ts', 'checkpoint.ts'];

const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)';/g)].map(([, path = '']) =>
    resolve(dirname(file), path),
  );

const withImports = (
  [file, ...others]: ReadonlyArray<string>,
  found: ReadonlySet<string> = new Set(),
): ReadonlySet<string> => {
  if (file === undefined) return found;
  return found.has(file) || apart.some((name) => file.endsWith(`/views/${name}`))
    ? withImports(others, found)
    : withImports([...others, ...importsOf(file)], new Set([...found, file]));
};

/** Without comments and layout. */
const codeOf = (file: string): string =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\s+/g, ' ');

const sources = [...withImports(roots.map((root) => join(libraries, root)))].toSorted();

const fingerprintOf = (definition: number): string =>
  sources
    .reduce(
      (hash, file) => hash.update(`${relative(libraries, file)}\n${codeOf(file)}\n`),
      createHash('sha256').update(`${definition}\n`),
    )
    .digest('hex');

it('given the sources that decide what the views hold, then their version was raised with the last change', () => {
  const next = viewsDefinition + 1;
  expect(
    viewsFingerprint,
    `Sources that decide what the views hold have changed: write into views-definition.ts
  viewsDefinition = ${next}
  viewsFingerprint = '${fingerprintOf(next)}'
so that views that were built before are built anew.`,
  ).toBe(fingerprintOf(viewsDefinition));
});

it('given those sources, then every event and every field of the domain is among them', () => {
  const names = sources.map((file) => relative(libraries, file));
  expect(names).toEqual(
    expect.arrayContaining([
      'domain/src/action/rating-changed.ts',
      'domain/src/action/fields.ts',
      'domain/src/document/document-imported.ts',
      'event-log/src/views/assertion-writer.ts',
      'kernel/src/json.ts',
    ]),
  );
});
