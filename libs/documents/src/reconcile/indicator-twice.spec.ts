import {
  decideCommand,
  decidePlan,
  type DomainEvent,
  indicatorBaseline,
  PartyId,
  PlanId,
} from '@trackrecord/domain';
import { CommandId, Sha256 } from '@trackrecord/kernel';
import { circumstancesOn, must, stateAfter } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { indicatorIdIn } from './indicator-id.ts';
import { reconcile } from './reconcile.ts';

const date = '2026-03-31';
const plan = must(PlanId)('harbour');

const read = readText('plan.txt', new TextEncoder().encode('Priority 1: Safe\n'));
if (E.isLeft(read)) throw new Error(read.left._tag);

const indicator = (line: number, baseline: string) => ({
  ref: 'fires',
  title: 'Fires in gardens',
  under: { priority: '1' },
  baseline,
  breakdowns: [],
  from: { block: 1, line, words: 'Fires in gardens' },
});

/** A document that names one indicator twice, with two baselines. */
const proposal: ProposedPlan = {
  ...proposePlan(read.right),
  indicators: [indicator(2, '40 in 2025'), indicator(3, '38 in 2025')],
};

const importedInto = (stream: ReadonlyArray<DomainEvent>): ReadonlyArray<DomainEvent> => {
  const state = stateAfter(stream, date);
  const { steps } = reconcile(
    {
      plan,
      title: 'Harbour',
      timeZone: 'Europe/London',
      document: { sha256: must(Sha256)('1'.repeat(64)), name: 'plan.txt', blocks: 1 },
      state,
      partyId: () => must(PartyId)('ada-finch'),
      indicatorId: indicatorIdIn(plan),
    },
    proposal,
  );
  const commandId = must(CommandId)(
    `33333333-3333-4333-8333-00000000000${stream.length > 0 ? 2 : 1}`,
  );
  const made = decideCommand(decidePlan)(state)({ ...circumstancesOn(date), commandId }, steps);
  if (E.isLeft(made)) throw new Error(made.left.refusal._tag);
  return made.right;
};

describe('given a document that names an indicator twice with two baselines', () => {
  const once = importedInto([]);

  it('when it is imported then the baseline is all that it says, and the indicator is linked once', () => {
    const { cut } = stateAfter(once, date);
    expect(O.toNullable(indicatorBaseline.of(cut, 'indicator:harbour--fires-in-gardens'))).toEqual({
      asWritten: '40 in 2025\n38 in 2025',
    });
    expect(once.filter(({ type }) => type === 'IndicatorLinked').length).toBe(1);
    expect(once.filter(({ type }) => type === 'BaselineSet').length).toBe(1);
  });

  it('when it is imported again then nothing new comes of it', () => {
    expect(importedInto(once)).toEqual([]);
  });
});
