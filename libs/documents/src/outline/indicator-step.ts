import { wordsOf } from '../document/block.ts';
import { recogniseIndicatorCode } from '../recognisers/indicator-code.ts';
import { isSourceLine } from '../recognisers/source-line.ts';
import type { Finding } from './finding.ts';
import { asNarrativeHeading, narrativeOf } from './narrative-step.ts';
import { neighbour } from './neighbours.ts';
import { nothing, withoutResults } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

const sourceLine = (here: Here): Taken | undefined => {
  const { block, place } = here;
  const words = wordsOf(block);
  const goesOn = place.open.kind === 'source line' && place.open.runsOn;
  if (!goesOn && !isSourceLine(words)) return undefined;
  const open = { kind: 'source line', runsOn: words.endsWith(',') } as const;
  return took({ ...place, open }, [narrativeOf(here)]);
};

const indicator = ({ block, place }: Here, code: string | undefined, title: string): Taken => {
  const found: Finding = {
    found: 'indicator',
    block,
    key: block.index,
    ...(code === undefined ? {} : { code }),
    title,
    under: withoutResults(place.under),
    section: place.sectionAt,
  };
  const hasBreakdowns = /:$/.test(wordsOf(block));
  return took({ ...place, open: { kind: 'indicator', key: block.index, hasBreakdowns } }, [found]);
};

/** A note to whoever reads the list is no line of it. */
const isAside = /^(?:please\s+note|note\s+that|n\.?b\.?)\b/iu;

const uncoded = (here: Here): Taken | undefined => {
  const { block, place } = here;
  const words = wordsOf(block);
  const next = neighbour(here, 1);
  if (block.kind === 'list item') {
    return place.open.kind === 'indicator' && place.open.hasBreakdowns
      ? took(place, [{ found: 'breakdown', block, key: place.open.key, text: block.text }])
      : indicator(here, undefined, block.text);
  }
  if (/[.;]$/.test(words) || isAside.test(words)) return undefined;
  // The title of a table, and a line over bullets that are indicators themselves.
  if (next?.kind === 'cell') return asNarrativeHeading(here, { ...place, open: nothing });
  if (next?.kind === 'list item' && !words.endsWith(':')) {
    return { ...asNarrativeHeading(here, place), place: { ...place, open: nothing } };
  }
  return indicator(here, undefined, words);
};

/**
 * Under "How are we doing?" each line is an indicator: with a code ("NI 55 …") or without. Sources, remarks and
 * tables are kept as narrative; bullets under a line that ends with a colon break that indicator down.
 */
export const indicatorStep: Step = (here) => {
  const { block, place } = here;
  if (place.section !== 'indicators' || block.kind === 'cell' || block.kind === 'heading')
    return undefined;
  const coded = recogniseIndicatorCode(block.text);
  if (coded !== undefined) return indicator(here, coded.code, coded.title);
  return sourceLine(here) ?? uncoded(here);
};
