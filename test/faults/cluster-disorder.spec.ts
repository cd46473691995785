import { describe, expect, it } from 'vitest';
import { type Disordered, type Ending, playDisorder } from './cluster-disorder.ts';
import { difference } from './cluster-truth.ts';

/** As in cluster-schedules.spec.ts. */
const given = process.env['TRACKRECORD_FAULT_SEED'];
const first = Number(given ?? 1);
const count = Number(process.env['TRACKRECORD_FAULT_SCHEDULES'] ?? (given === undefined ? 60 : 1));

const timeout_ms = 30_000 + count * 1_000;

const named =
  /^the cluster’s event \S+ \(Said, revision \d+ of kent\.\S+, position \d+\) (came where revision \d+ should have|is new, but the cluster had been followed to position \d+ before it came): \S/;

/** What is wrong with a node that has stopped: it says why, records nothing, and answers rightly or not at all. */
const wrongWhenStopped = ({ problem, refused, served, truth }: Ending): ReadonlyArray<string> => [
  ...(named.test(problem) ? [] : [`it does not say why: ${problem}`]),
  ...(refused?.includes(problem) === true ? [] : [`it records, or says ${refused ?? 'nothing'}`]),
  ...(served === undefined ? [] : difference('it serves', served, truth.slice(0, served.length))),
];

const wrongWith = (ending: Ending): ReadonlyArray<string> =>
  ending.state === 'stopped'
    ? wrongWhenStopped(ending)
    : [
        ...difference(`it is ${ending.state}, and serves`, ending.served ?? [], ending.truth),
        ...(ending.refused === undefined ? [] : [`it does not record: ${ending.refused}`]),
      ];

const isHarmless = ({ story }: Disordered): boolean =>
  !story.some((what) => /Skipped|Swapped/.test(what));

const wrongIn = (one: Disordered): ReadonlyArray<string> => [
  ...wrongWith(one.first),
  ...wrongWith(one.again).map((what) => `started again: ${what}`),
  ...(isHarmless(one) && one.first.state === 'stopped' ? ['it has stopped for nothing'] : []),
];

describe('a node that is told events in a wrong order, or not all of them', () => {
  it(
    `given ${count} schedules from seed ${first} on, then it holds all in order, or has stopped and says why, and never serves another order`,
    async () => {
      const failed: Array<string> = [];
      const states = new Set<string>();
      for (let seed = first; seed < first + count; seed += 1) {
        const one = await playDisorder(seed);
        const wrong = wrongIn(one);
        states.add(`${one.first.state}, then ${one.again.state}`);
        if (wrong.length > 0) failed.push([`seed ${seed}:`, ...wrong, ...one.story].join('\n  '));
      }
      expect(failed.join('\n')).toBe('');
      // All that can come of it has come of it.
      if (count >= 60)
        expect([...states].toSorted()).toEqual([
          'live, then live',
          'stopped, then live',
          'stopped, then stopped',
        ]);
    },
    timeout_ms,
  );
});
