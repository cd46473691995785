import type { Block } from '../../document/block.ts';
import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { warningOn } from './warning-on.ts';

/** A field of the log holds at most so many characters (`Text` of the domain). */
const longestText = 100_000;

const onNothing = (block: Block): Warning =>
  warningOn(
    block,
    'No action was recognised. Actions are lines labelled "Action 12", "12." or "1.2.3", bullets under a priority or under a heading such as "Actions", and rows of a table that names a column so.',
  );

const onLongBlock = (block: Block): Warning => ({
  ...warningOn(
    block,
    `Longer than ${longestText} characters: what is over is not kept. Part it into paragraphs.`,
  ),
  text: block.text.slice(0, 200),
});

/** A document in which nothing was recognised, and paragraphs too long to keep. */
export const onDocument = (
  blocks: ReadonlyArray<Block>,
  { actions }: Pick<ProposedPlan, 'actions'>,
): ReadonlyArray<Warning> => [
  ...(actions.length === 0 ? blocks.slice(0, 1).map(onNothing) : []),
  ...blocks.filter(({ text }) => text.length > longestText).map(onLongBlock),
];
