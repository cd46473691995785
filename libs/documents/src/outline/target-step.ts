import { wordsOf } from '../document/block.ts';
import { recogniseTargetLabel } from '../recognisers/target-label.ts';
import { nothing, withoutResults } from './place.ts';
import { type Step, took } from './step.ts';

/** Under "Targets" each line is one: labelled ("2.3a. To reduce …"), a bullet, or plain. */
export const targetStep: Step = ({ block, place }) => {
  if (place.section !== 'targets' || block.kind === 'cell' || block.kind === 'heading')
    return undefined;
  const labelled = recogniseTargetLabel(wordsOf(block));
  const target = labelled ?? { label: block.marker ?? '', text: block.text };
  return took({ ...place, open: nothing }, [
    { found: 'target', block, key: block.index, ...target, under: withoutResults(place.under) },
  ]);
};
