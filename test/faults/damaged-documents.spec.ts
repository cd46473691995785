import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpDesk } from '../journeys/kit/desk.ts';
import { damagedDocument, type Judged, judgeDamaged, readDamaged } from './damaged-documents.ts';
import { wholeDocuments } from './documents/whole-documents.ts';

/**
 * TRACKRECORD_DAMAGED_DOCUMENTS says how many are read, TRACKRECORD_FAULT_SEED with which seed they begin; with a seed
 * alone it is that one.
 */
const given = process.env['TRACKRECORD_FAULT_SEED'];
const first = Number(given ?? 1);
const count = Number(
  process.env['TRACKRECORD_DAMAGED_DOCUMENTS'] ?? (given === undefined ? 300 : 1),
);

/** More than the readers' own limit of time for a few of them. */
const timeout_ms = 90_000 + count * 1_000;

const inWords = ({ seed, name, how, wrong }: Judged): string =>
  `seed ${seed}, ${name}, ${how}: ${wrong.join('; ')}`;

describe('documents with something wrong in them', () => {
  it('given them whole, then each is read', async () => {
    for (const { name, bytes } of wholeDocuments) {
      const judged = await judgeDamaged({ seed: 0, name, how: 'nothing', bytes });
      expect([name, judged.became, judged.wrong]).toEqual([name, 'read', []]);
    }
  });

  it(
    `given ${count} that were damaged, from seed ${first} on, then each is read or refused in a sentence, and none is a reader's fault`,
    async () => {
      const { wrong, ends, hows, slowest } = await readDamaged(first, count);
      expect(wrong.map(inWords)).toEqual([]);
      if (count > 300) console.log(ends, hows, slowest);
    },
    timeout_ms,
  );
});

/** Every file of a directory by the hash of its bytes. */
const fingerprints = (directory: string): ReadonlyArray<readonly [string, string]> =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(directory, file)).isFile())
    .sort()
    .map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(directory, file)))
        .digest('hex'),
    ]);

describe('an import of a file that is refused', () => {
  it('given one of every refusal that damage comes to, then the data directory is the same byte for byte', async () => {
    const desk = setUpDesk();
    const plan =
      'Priority 1: Better parks\n\n\tAction 1. Open the gates\n\tRED\n\n\nNotes: Soon.\n';
    await desk.done('import', desk.file('plan.txt', plan), '--plan', 'parks');
    const before = fingerprints(desk.data);
    expect(before.length).toBeGreaterThan(0);
    const met = new Set<string>();
    for (let seed = 1; met.size < 6 && seed < 200; seed += 1) {
      const damaged = damagedDocument(seed);
      const { became } = await judgeDamaged(damaged);
      if (became === 'read' || met.has(became)) continue;
      met.add(became);
      const file = desk.file(damaged.name, damaged.bytes);
      const { code, stdout, stderr } = await desk.run('import', file, '--plan', 'parks');
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^trackrecord: [^\n]+\n$/u);
      expect(stderr).toContain(damaged.name);
      expect(fingerprints(desk.data)).toEqual(before);
    }
    expect(met.size).toBe(6);
  });
});
