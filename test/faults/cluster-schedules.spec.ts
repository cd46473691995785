import { describe, expect, it } from 'vitest';
import { type Report, play } from './cluster-schedule.ts';

/**
 * TRACKRECORD_FAULT_SCHEDULES says how many are played, TRACKRECORD_FAULT_SEED with which seed they begin; with a seed
 * alone it is that one.
 */
const given = process.env['TRACKRECORD_FAULT_SEED'];
const first = Number(given ?? 1);
const count = Number(process.env['TRACKRECORD_FAULT_SCHEDULES'] ?? (given === undefined ? 50 : 1));

const timeout_ms = 30_000 + count * 2_000;

const inWords = ({ seed, wrong, story }: Report): string =>
  [`seed ${seed}:`, ...wrong, 'what befell it:', ...story].join('\n  ');

describe('writers and readers in a cluster where everything goes wrong', () => {
  it(
    `given ${count} schedules of faults from seed ${first} on, then nothing acknowledged is lost or doubled, and no reader sees another order`,
    async () => {
      const failed: Array<string> = [];
      for (let seed = first; seed < first + count && failed.length < 5; seed += 1) {
        const report = await play(seed);
        if (report.wrong.length > 0) failed.push(inWords(report));
      }
      expect(failed.join('\n')).toBe('');
    },
    timeout_ms,
  );
});
