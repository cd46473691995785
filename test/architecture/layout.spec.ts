import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const listFiles = (pattern: string): ReadonlyArray<string> =>
  globSync(pattern, { cwd: root, exclude: (name) => /node_modules|^dist$|fixtures/.test(name) });

const read = (file: string): string => readFileSync(`${root}/${file}`, 'utf8');

describe('where things are', () => {
  it('given every source file, then its name is kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.spec|\.d)?\.(ts|js)$/;
    const sources = listFiles('{libs,apps}/*/{src,bin}/**/*.{ts,js}').concat(
      listFiles('test/**/*.{ts,js}'),
    );
    expect(sources.filter((file) => !kebab.test(basename(file)))).toEqual([]);
  });

  it('given the index.ts of every library, then its first two lines say what the library is for', () => {
    const silent = listFiles('{libs/*,test/kit}/src/index.ts').filter((file) => {
      const [first = '', second = ''] = read(file).split('\n');
      const isComment = (line: string): boolean => /^(\/\/|\/\*\*| \*)/.test(line);
      return !(isComment(first) && isComment(second));
    });
    expect(silent).toEqual([]);
  });

  it('given every library, then it is a project of its own with a door, a manifest and its types', () => {
    const libraries = listFiles('libs/*').map((folder) => basename(folder));
    const wanted = ['package.json', 'project.json', 'tsconfig.json', 'src/index.ts'];
    const missing = libraries.flatMap((library) =>
      wanted
        .map((file) => `libs/${library}/${file}`)
        .filter((file) => listFiles(file).length === 0),
    );
    expect(missing).toEqual([]);
  });

  it('given every project, then the whole-tree type check takes it in', () => {
    const projects = listFiles('{libs/*,apps/*,test/kit}/tsconfig.json').map((file) =>
      file.replace('/tsconfig.json', ''),
    );
    const solution = read('tsconfig.json');
    expect(projects.filter((project) => !solution.includes(`"${project}"`))).toEqual([]);
  });
});
