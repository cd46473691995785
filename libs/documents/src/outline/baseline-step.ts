import { wordsOf } from '../document/block.ts';
import { isHeadingLike } from '../recognisers/heading-like.ts';
import { recogniseIndicatorCode } from '../recognisers/indicator-code.ts';
import { isSourceLine } from '../recognisers/source-line.ts';
import { narrativeOf } from './narrative-step.ts';
import { withoutResults } from './place.ts';
import { type Step, took } from './step.ts';

/** Under "Indicator Baselines" a title names an indicator, and the prose below it is its baseline. */
export const baselineStep: Step = (here) => {
  const { block, place } = here;
  if (place.section !== 'baselines' || block.kind === 'cell') return undefined;
  const words = wordsOf(block);
  if (isSourceLine(words)) return took(place, [narrativeOf(here)]);
  const coded = recogniseIndicatorCode(block.text);
  if (coded !== undefined || (isHeadingLike(block) && !words.includes(':'))) {
    return took({ ...place, open: { kind: 'indicator', key: block.index, hasBreakdowns: false } }, [
      {
        found: 'indicator',
        block,
        key: block.index,
        title: words,
        ...coded,
        under: withoutResults(place.under),
        section: place.sectionAt,
      },
    ]);
  }
  return place.open.kind === 'indicator' && /[.)]$/.test(words)
    ? took(place, [{ found: 'indicator baseline', block, key: place.open.key, text: words }])
    : took(place, [narrativeOf(here)]);
};
