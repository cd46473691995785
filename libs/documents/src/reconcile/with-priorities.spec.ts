import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { withPriorities } from './with-priorities.ts';

const proposed = (text: string) => {
  const read = readText('plan.txt', new TextEncoder().encode(text));
  if (E.isLeft(read)) throw new Error(read.left._tag);
  return withPriorities(proposePlan(read.right));
};

const row = '\tAction 1. Open the gates\n\tRED\n\n\nNotes: Soon.\n';

describe('a plan without priorities', () => {
  it('given themes alone, then they are taken for priorities, with what stands under them, and that is told', () => {
    const { plan, warnings } = proposed(`2.1. By opening them:\n\n${row}`);
    expect(plan.priorities.map(({ ref }) => ref)).toEqual(['2.1']);
    expect(plan.themes).toEqual([]);
    expect(plan.actions.map(({ under }) => under)).toEqual([{ priority: '2.1', results: [] }]);
    expect(warnings.map(({ line, message }) => [line, message])).toEqual([
      [1, 'No priority stands above 2.1: taken for a priority itself.'],
    ]);
  });

  it('given priorities, then they stay what they are, and nothing is told', () => {
    const { plan, warnings } = proposed(
      `Priority 2: Better parks\n\n2.1. By opening them:\n\n${row}`,
    );
    expect(plan.actions.map(({ under }) => under.theme)).toEqual(['2.1']);
    expect(warnings).toEqual([]);
  });

  it('given neither, then nothing is made up', () => {
    const { plan, warnings } = proposed(row);
    expect([plan.priorities, warnings]).toEqual([[], []]);
  });
});
