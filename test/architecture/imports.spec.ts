import { globSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cruiseTree } from './cruise.ts';
import { importTable } from './import-table.ts';
import { specimens } from './import-violations.ts';
import { writeMadeUpTree } from './made-up-tree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const listViolations = (result: ICruiseResult): ReadonlyArray<string> =>
  result.summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} imports ${to}`);

describe('the tree', () => {
  it('given every import in it, then each is one that the import table allows', async () => {
    expect(listViolations(await cruiseTree(root))).toEqual([]);
  });

  it('given every source file in it, then the imports of none were overlooked', async () => {
    const seen = new Set((await cruiseTree(root)).modules.map(({ source }) => source));
    const sources = globSync('{libs,apps}/*/src/**/*.ts', { cwd: root });
    expect(sources.filter((file) => !seen.has(file))).toEqual([]);
  });

  it('given every folder under libs, then each has a row in the import table', () => {
    const rows = importTable.map(({ library }) => library);
    expect(readdirSync(`${root}/libs`).filter((name) => !rows.includes(name))).toEqual([]);
  });

  it.each(readdirSync(`${root}/libs`))(
    'given the package.json of %s, then it depends on nothing that its row does not name',
    (library) => {
      const manifest: unknown = JSON.parse(
        readFileSync(`${root}/libs/${library}/package.json`, 'utf8'),
      );
      const row = importTable.find((one) => one.library === library);
      const named = [
        ...(row?.mayImport ?? []).map((name) => `@trackrecord/${name}`),
        ...(row?.ports ? ['@trackrecord/application'] : []),
        ...(row?.outside ?? []),
      ];
      expect(listDependencies(manifest).filter((name) => !named.includes(name))).toEqual([]);
    },
  );
});

const listDependencies = (manifest: unknown): ReadonlyArray<string> =>
  typeof manifest === 'object' &&
  manifest !== null &&
  'dependencies' in manifest &&
  typeof manifest.dependencies === 'object' &&
  manifest.dependencies !== null
    ? Object.keys(manifest.dependencies)
    : [];

describe('a tree with deliberate violations', () => {
  const tree = writeMadeUpTree(specimens);
  const broken = new Map<string, ReadonlyArray<string>>();

  beforeAll(async () => {
    const { summary } = await cruiseTree(tree.directory);
    for (const { from, rule } of summary.violations)
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
  });

  afterAll(tree.remove);

  it.each(specimens.filter(({ breaks }) => breaks !== undefined))(
    'given $file with $source, then it breaks "$breaks"',
    ({ file, breaks }) => {
      expect(broken.get(file)).toContain(breaks);
    },
  );

  it.each(specimens.filter(({ breaks }) => breaks === undefined))(
    'given $file with $source, then it breaks nothing',
    ({ file }) => {
      expect(broken.get(file)).toBeUndefined();
    },
  );

  it('given the rows of the import table, then each has a violation of its libraries and packages', () => {
    const caught = new Set(specimens.map(({ breaks }) => breaks));
    const wanted = importTable.flatMap(({ library }) => [
      `${library}: libraries`,
      `${library}: packages`,
    ]);
    expect(wanted.filter((rule) => !caught.has(rule))).toEqual([]);
  });
});
