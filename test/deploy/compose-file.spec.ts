import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clusterRules } from './cluster-rules.ts';
import { mountsOf, readCompose } from './compose-document.ts';
import { composeRules } from './compose-rules.ts';
import { madeUp, specimens } from './compose-violations.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = [...composeRules, ...clusterRules];

const brokenBy = (text: string): ReadonlyArray<string> => {
  const compose = readCompose(text);
  return rules.filter(({ violations }) => violations(compose).length > 0).map(({ name }) => name);
};

describe('docker-compose.yml', () => {
  const compose = readCompose(readFileSync(`${root}/docker-compose.yml`, 'utf8'));

  it.each(rules)('given all of it, then $name', ({ violations }) => {
    expect(violations(compose)).toEqual([]);
  });

  it('given the files of the repository that it mounts, then each is there', () => {
    const files = Object.values(compose.document.services).flatMap((service) =>
      mountsOf(service).flatMap(({ source, isFile }) => (isFile ? [source] : [])),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(`${root}/${file}`))).toEqual([]);
  });

  it('given what it runs out of the image, then the repository has it', () => {
    const programs = compose.texts.filter((text) => text.startsWith('/app/'));
    expect(programs.length).toBeGreaterThan(0);
    expect(programs.filter((file) => !existsSync(file.replace('/app', root)))).toEqual([]);
  });
});

describe('a compose file with deliberate violations', () => {
  it('given none of them, then it breaks nothing', () => {
    expect(brokenBy(madeUp)).toEqual([]);
  });

  it.each(specimens.filter(({ breaks }) => breaks !== undefined))(
    'given $to instead of $from, then it breaks "$breaks"',
    ({ from, to, breaks }) => {
      expect(madeUp).toContain(from);
      expect(brokenBy(madeUp.replace(from, to))).toContain(breaks);
    },
  );

  it.each(specimens.filter(({ breaks }) => breaks === undefined))(
    'given $to instead of $from, then it breaks nothing',
    ({ from, to }) => {
      expect(madeUp).toContain(from);
      expect(brokenBy(madeUp.replace(from, to))).toEqual([]);
    },
  );

  it('given a form that the rules cannot read, then it is refused', () => {
    const longForm = '[{ type: volume, source: trust, target: /trust }]';
    expect(() =>
      readCompose(madeUp.replace('[trust:/trust:ro, node-1-data:/data]', longForm)),
    ).toThrow('volumes');
  });

  it('given the rules, then each has a violation of its own', () => {
    const caught = new Set(specimens.map(({ breaks }) => breaks));
    expect(rules.map(({ name }) => name).filter((name) => !caught.has(name))).toEqual([]);
  });
});
