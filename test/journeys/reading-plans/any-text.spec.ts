import { indicatorIdIn, proposePlan, readText, reconcile } from '@trackrecord/documents';
import {
  decideCommand,
  decidePlan,
  describeRefusal,
  type DomainEvent,
  PartyId,
  PlanId,
} from '@trackrecord/domain';
import { CommandId, Sha256 } from '@trackrecord/kernel';
import { circumstancesOn, must, stateAfter } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleFile } from '../harbour-year.ts';

const sources = [
  'plan-2025-q1.txt',
  'plan-2025-q3.txt',
  'rba-plan.txt',
  'other-layouts/dotted-numbers.txt',
  'other-layouts/register-with-headers.txt',
].map((name) => readFileSync(sampleFile(name), 'utf8').split('\n'));

const plan = must(PlanId)('p');

type Lines = ReadonlyArray<string>;

const anyLines: fc.Arbitrary<Lines> = fc
  .tuple(fc.constantFrom(...sources), fc.nat(), fc.integer({ min: 1, max: 6 }))
  .map(([lines, at, length]) => lines.slice(at % lines.length, (at % lines.length) + length));

/** A careless editor: lines that go, come twice, come elsewhere, or come from another plan. */
const edit = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  length: fc.integer({ min: 0, max: 6 }),
  keeps: fc.boolean(),
  foreign: fc.option(anyLines, { nil: [] }),
});

const edited = (
  lines: Lines,
  { from, to, length, keeps, foreign }: typeof edit extends fc.Arbitrary<infer Edit> ? Edit : never,
): Lines => {
  const at = from % (lines.length + 1);
  const taken = lines.slice(at, at + length);
  const rest = keeps ? lines : lines.toSpliced(at, length);
  return rest.toSpliced(to % (rest.length + 1), 0, ...taken.slice(0, to % 7), ...foreign);
};

const anyText = fc
  .tuple(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: 30 }))
  .map(([lines, edits]) => edits.reduce(edited, lines).join('\n'));

const imported = (
  stream: ReadonlyArray<DomainEvent>,
  text: string,
  [nth, on]: readonly [number, string],
): ReadonlyArray<DomainEvent> => {
  const read = readText('plan.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) return [];
  const state = stateAfter(stream, on);
  const { steps } = reconcile(
    {
      ...{ plan, title: 'P', timeZone: 'Europe/London', state },
      document: { sha256: must(Sha256)(String(nth).repeat(64)), name: 'plan.txt', blocks: 1 },
      // Any id will do that is another for another name.
      partyId: (name) => must(PartyId)(Buffer.from(name).toString('hex').slice(0, 80)),
      indicatorId: indicatorIdIn(plan),
    },
    proposePlan(read.right),
  );
  const commandId = must(CommandId)(
    `55555555-5555-4555-8555-${stream.length.toString(16).padStart(12, '0')}`,
  );
  const made = decideCommand(decidePlan)(state)({ ...circumstancesOn(on), commandId }, steps);
  if (E.isRight(made)) return made.right;
  const { step, refusal } = made.left;
  throw new Error(`${JSON.stringify(steps[step]?.order)}: ${describeRefusal(refusal)}`);
};

const time_ms = 120_000;

describe('any text that is put together of plans’ lines', () => {
  it(
    'given one after the other, when they are imported into one plan, then none is refused, and none says anything new the second time',
    () => {
      fc.assert(
        fc.property(fc.array(anyText, { minLength: 1, maxLength: 3 }), (texts) => {
          const dates = ['2025-03-31', '2025-06-30', '2025-09-30'];
          texts.reduce((stream: ReadonlyArray<DomainEvent>, text, place) => {
            const job = [place + 1, dates[place] ?? ''] as const;
            const after = [...stream, ...imported(stream, text, job)];
            expect(imported(after, text, job).map(({ type, data }) => [type, data])).toEqual([]);
            return after;
          }, []);
        }),
        { numRuns: Number(process.env['FC_RUNS'] ?? 40) },
      );
    },
    time_ms,
  );
});
