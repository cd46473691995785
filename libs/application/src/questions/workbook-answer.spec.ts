import { ActionRenumbered, ActionWithdrawn, PlanId, RatingChanged } from '@trackrecord/domain';
import {
  anAction,
  aPlan,
  happened,
  holding,
  type Logged,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { resolveQuestion } from './resolve-question.ts';
import { workbookAnswer } from './workbook-answer.ts';

const harbour = must(PlanId)('harbour');
const plan = 'plan-harbour';

const log: ReadonlyArray<Logged> = [
  [plan, aPlan],
  [plan, anAction('27')],
  [plan, anAction('28')],
  [plan, anAction('29')],
  [plan, happened(RatingChanged, { action: '27', rating: 'Amber' }, '2026-02-01')],
  [plan, happened(ActionRenumbered, { action: '28', ref: '30', label: '30.' }, '2026-02-02')],
  [plan, happened(ActionWithdrawn, { action: '29' }, '2026-02-03')],
];

const asked = async (withHistory: boolean) => {
  const deps = await holding(...log);
  return rightOf(
    workbookAnswer(deps)(rightOf(resolveQuestion(deps)(harbour, {})), { withHistory }),
  );
};

describe('what a workbook tells of a plan', () => {
  it('given whoever may see it, then it holds the plan’s history too', async () => {
    const { history } = await asked(true);
    expect(history?.filter(({ field }) => field === 'rating')).toMatchObject([
      { ref: '27', to: 'Amber' },
    ]);
  });

  it('given whoever may not, then there is none, which is not an empty one', async () => {
    expect((await asked(false)).history).toBeNull();
  });

  it('given another number and a withdrawal, then the id of each action that stands, by its ref there', async () => {
    expect([...(await asked(false)).ids]).toEqual([
      ['27', '27'],
      ['30', '28'],
    ]);
  });
});
