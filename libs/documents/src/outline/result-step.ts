import { wordsOf } from '../document/block.ts';
import { recogniseResultLabel } from '../recognisers/result-label.ts';
import { type Place, withoutHeading } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

/** More results than these are not served by one list of actions. */
const mostTogether = 50;

/** Results that follow one another without a section between them are served by the same actions. */
const placeOf = (place: Place, ref: string, hasTitle: boolean): Place => {
  const goesOn = place.section === 'results';
  const before = goesOn ? (place.under.results ?? []) : [];
  const results = [...(before.length < mostTogether ? before : []), ref];
  return {
    ...(goesOn ? place : withoutHeading(place)),
    under: { ...place.under, results },
    section: 'results',
    open: { kind: 'result', ref, hasTitle },
  };
};

const labelled = (here: Here): Taken | undefined => {
  const { block, place } = here;
  const found = recogniseResultLabel(wordsOf(block));
  const isResult =
    found !== undefined && (place.section === 'results' || /^result/i.test(found.label));
  if (!isResult) return undefined;
  const priority = place.under.priority;
  return took(placeOf(place, found.ref, found.title !== ''), [
    { found: 'result', block, ...found, ...(priority === undefined ? {} : { priority }) },
  ]);
};

/** A result without a number is known by its priority's, a second one by that and a figure. */
const unnumberedRef = ({ under, unnumberedResults }: Place): string => {
  const base = under.priority ?? 'result';
  return unnumberedResults === 0 ? base : `${base}-${unnumberedResults + 1}`;
};

const pointsElsewhere = (words: string): boolean => /^(?:also\s+)?see\s/i.test(words);

const unlabelled = (here: Here): Taken | undefined => {
  const { block, place } = here;
  const isResult =
    block.kind === 'list item' || (block.kind === 'paragraph' && place.under.results === undefined);
  if (!isResult || block.text === '' || pointsElsewhere(block.text)) return undefined;
  const ref = unnumberedRef(place);
  const inside = placeOf(place, ref, true);
  const priority = place.under.priority;
  return took({ ...inside, unnumberedResults: place.unnumberedResults + 1 }, [
    {
      found: 'result',
      block,
      ref,
      label: block.marker ?? '',
      title: block.text,
      ...(priority === undefined ? {} : { priority }),
    },
  ]);
};

/** "Result 2(i): …", "1(ii)" and the words below it, and results without a number. */
export const resultStep: Step = (here) => {
  const { block, place } = here;
  const found = labelled(here);
  if (found !== undefined || place.section !== 'results') return found;
  const { open } = place;
  if (open.kind === 'result' && !open.hasTitle && block.text !== '') {
    return took({ ...place, open: { ...open, hasTitle: true } }, [
      { found: 'result title', block, ref: open.ref, text: block.text },
    ]);
  }
  return unlabelled(here);
};
