import { wordsOf } from '../document/block.ts';
import { looksLikeTerm, recogniseGlossaryEntry } from '../recognisers/glossary-entry.ts';
import { nothing } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

const term = ({ block, place }: Here): Taken =>
  took({ ...place, open: { kind: 'term', term: wordsOf(block) } }, [
    { found: 'term', block, term: wordsOf(block) },
  ]);

/** In a table the column says which is which; in lines a term follows a meaning, or a term that has none. */
const isMeaning = ({ block, place }: Here): boolean =>
  place.open.kind === 'term' &&
  (block.table === undefined || block.table.column === 1
    ? !looksLikeTerm(wordsOf(block))
    : block.table.column > 1);

/** A glossary: "ABC – Ashford Borough Council" on a line, or terms and meanings by turns. */
export const glossaryStep: Step = (here) => {
  const { block, place } = here;
  const words = wordsOf(block);
  if (place.section !== 'glossary' || block.kind === 'heading' || words === '') return undefined;
  if (place.open.kind === 'term' && isMeaning(here)) {
    return took({ ...place, open: nothing }, [
      { found: 'meaning', block, term: place.open.term, meaning: words },
    ]);
  }
  const entry = recogniseGlossaryEntry(block.text);
  return entry === undefined
    ? term(here)
    : took({ ...place, open: nothing }, [
        { found: 'term', block, term: entry.term },
        { found: 'meaning', block, ...entry },
      ]);
};
