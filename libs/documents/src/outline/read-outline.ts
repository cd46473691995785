import type { Block } from '../document/block.ts';
import { actionPartStep } from './action-part-step.ts';
import { actionStep } from './action-step.ts';
import { asideStep } from './aside-step.ts';
import { baselineStep } from './baseline-step.ts';
import { boardStep } from './board-step.ts';
import { cardStep } from './card-step.ts';
import { contentsStep } from './contents-step.ts';
import { crossReferenceStep } from './cross-reference-step.ts';
import { dataNeedStep } from './data-need-step.ts';
import { enablerStep } from './enabler-step.ts';
import type { Finding } from './finding.ts';
import { footnoteStep } from './footnote-step.ts';
import { glossaryStep } from './glossary-step.ts';
import { indicatorStep } from './indicator-step.ts';
import { keyStep } from './key-step.ts';
import { legendStep } from './legend-step.ts';
import { narrativeStep } from './narrative-step.ts';
import { outcomeStep } from './outcome-step.ts';
import { start } from './place.ts';
import { priorityStep } from './priority-step.ts';
import { resultStep } from './result-step.ts';
import { sectionStep } from './section-step.ts';
import type { Here, Step, Taken } from './step.ts';
import { storyStep } from './story-step.ts';
import type { Survey } from './survey.ts';
import { tableStep } from './table-step.ts';
import { takenHeadingStep } from './taken-heading-step.ts';
import { targetStep } from './target-step.ts';
import { themeStep } from './theme-step.ts';
import { titleBelowStep } from './title-below-step.ts';

/**
 * In this order: what has a place of its own in any document, then what its section says it is, then narrative.
 * The first step that recognises a block takes it.
 */
const steps: ReadonlyArray<Step> = [
  asideStep,
  contentsStep,
  keyStep,
  tableStep,
  cardStep,
  priorityStep,
  takenHeadingStep,
  outcomeStep,
  enablerStep,
  sectionStep,
  legendStep,
  titleBelowStep,
  themeStep,
  resultStep,
  actionStep,
  actionPartStep,
  targetStep,
  indicatorStep,
  baselineStep,
  storyStep,
  dataNeedStep,
  glossaryStep,
  crossReferenceStep,
  boardStep,
  footnoteStep,
];

const take = (here: Here): Taken => {
  for (const step of steps) {
    const taken = step(here);
    if (taken !== undefined) return taken;
  }
  return narrativeStep(here) ?? { found: [], place: here.place, blocks: 1 };
};

/** Reads a document through once, block after block: everything that was found, in its order. */
export const readOutline = (
  blocks: ReadonlyArray<Block>,
  survey: Survey,
): ReadonlyArray<Finding> => {
  const findings: Array<Finding> = [];
  let place = start;
  for (let at = 0; at < blocks.length;) {
    const block = blocks[at];
    if (block === undefined) break;
    const taken = take({ block, at, blocks, place, survey });
    for (const finding of taken.found) findings.push(finding);
    place = taken.place;
    at += taken.blocks;
  }
  return findings;
};
