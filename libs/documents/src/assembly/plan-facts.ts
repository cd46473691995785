import { dateInWords } from '@trackrecord/read-models';
import type { Block } from '../document/block.ts';
import type { Account } from '../proposal/account.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { recognisePlanPeriod } from '../recognisers/plan-period.ts';
import { recognisePlanTitle } from '../recognisers/plan-title.ts';
import { recogniseReviewCadence } from '../recognisers/review-cadence.ts';
import { sentencesOf } from '../recognisers/sentences.ts';
import type { Timescale } from '../proposal/timescale.ts';
import { warningOn } from './warnings/warning-on.ts';

/** What the document says of the plan as a whole. */
export type PlanFacts = Readonly<{
  said: Pick<ProposedPlan, 'title' | 'period' | 'cadenceMonths'>;
  accounts: ReadonlyArray<Account>;
  warnings: ReadonlyArray<Warning>;
}>;

const fieldOf = (block: Block, field: string): Account => ({
  block: block.index,
  line: block.line,
  as: 'field',
  of: { kind: 'plan', ref: 'plan', field },
});

/** "1 April 2008 to 31 March 2011", for the person who has to say whether that is meant. */
const spanInWords = ({ earliest, latest }: Timescale): string => {
  if (earliest === undefined)
    return latest === undefined ? 'no dates' : `everything up to ${dateInWords(latest)}`;
  return latest === undefined
    ? `${dateInWords(earliest)} and after`
    : `${dateInWords(earliest)} to ${dateInWords(latest)}`;
};

const cadenceIn = (
  blocks: ReadonlyArray<Block>,
): Readonly<{ months: number; block: Block }> | undefined => {
  for (const block of blocks) {
    if (block.kind === 'cell') continue;
    for (const sentence of sentencesOf(block.text)) {
      const months = recogniseReviewCadence(sentence);
      if (months !== undefined) return { months, block };
    }
  }
  return undefined;
};

/**
 * Title, period and cadence. The cadence is looked for in narrative only: "monthly" in an action is about that.
 * @param narrative the blocks that are nothing but narrative
 */
export const readPlanFacts = (
  blocks: ReadonlyArray<Block>,
  narrative: ReadonlyArray<Block>,
): PlanFacts => {
  const isNarrative = new Set(narrative);
  const title = recognisePlanTitle(blocks, (block) => !isNarrative.has(block));
  const period = recognisePlanPeriod(blocks);
  const cadence = cadenceIn(narrative);
  return {
    said: {
      ...(title === undefined ? {} : { title: title.title }),
      ...(period === undefined ? {} : { period: period.period }),
      ...(cadence === undefined ? {} : { cadenceMonths: cadence.months }),
    },
    accounts: [
      ...(title?.blocks ?? []).map((block) => fieldOf(block, 'title')),
      ...(period === undefined ? [] : [fieldOf(period.block, 'period')]),
      ...(cadence === undefined ? [] : [fieldOf(cadence.block, 'update cadence')]),
    ],
    warnings:
      period === undefined
        ? []
        : [
            warningOn(
              period.block,
              `The plan's period "${period.period.asWritten}" is read as ${spanInWords(period.period)}.`,
            ),
          ],
  };
};
