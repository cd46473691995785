import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readCompose } from './compose-document.ts';
import { compareGuide } from './guide.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

const nothing = { volumes: [], services: [], settings: [], images: [], places: [] };

describe('docs/running-a-cluster.md', () => {
  it('given docker-compose.yml, then it names what is there, and every setting', () => {
    const compose = read('docker-compose.yml');
    const { document } = readCompose(compose);
    const known = {
      volumes: Object.keys(document.volumes ?? {}),
      services: Object.keys(document.services),
      compose,
      dockerfile: read('Dockerfile'),
    };
    expect(compareGuide(read('docs/running-a-cluster.md'), known)).toEqual(nothing);
  });
});

describe('a guide that its files have left behind', () => {
  const known = {
    volumes: ['a-1-data', 'a-2-data', 'a-3-data'],
    services: ['a-1', 'a-2', 'a-3', 'certificates'],
    compose: 'image: docker.example/kurrentdb:26.0.3\nport: ${PORT:-1}\n',
    dockerfile: 'FROM node:24.21.0-bookworm-slim\n',
  };
  const guide = `# Running
KurrentDB 26.0.3, set PORT, see [there](#when-it-stops).
docker compose run --rm certificates renew
docker compose exec -T a-$server sh -c true
trackrecord_lag_seconds grows: docker run -v trackrecord_a-$server-data:/to node:24.21.0-bookworm-slim tar
## When it stops
`;

  it('given a guide that fits, then nothing', () => {
    expect(compareGuide(guide, known)).toEqual(nothing);
  });

  it.each([
    ['a-$server-data', 'b-data', { volumes: ['b-data'] }],
    ['exec -T a-$server', 'exec -T b', { services: ['b'] }],
    ['run --rm certificates', 'run --rm certs', { services: ['certs'] }],
    ['set PORT', 'set nothing', { settings: ['PORT'] }],
    ['KurrentDB 26.0.3', 'KurrentDB 26.0.4', { images: ['26.0.4'] }],
    ['node:24.21.0-bookworm-slim', 'node:24-slim', { images: ['node:24-slim'] }],
    ['## When it stops', '## When it has stopped', { places: ['when-it-stops'] }],
  ])('given %s become %s, then that is found', (from, to, found) => {
    expect(guide).toContain(from);
    expect(compareGuide(guide.replace(from, to), known)).toEqual({ ...nothing, ...found });
  });
});
