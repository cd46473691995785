import { wordsOf } from '../document/block.ts';
import { introducesBoard } from '../recognisers/board-list.ts';
import { readsLikeTitle } from '../recognisers/heading-like.ts';
import { narrativeOf } from './narrative-step.ts';
import { neighbour } from './neighbours.ts';
import { nothing } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';

/** In a list without a table an organisation's name stands on a line above its roles. */
const namesMember = (here: Here): boolean =>
  here.block.kind === 'paragraph' &&
  here.place.open.kind === 'organisation' &&
  readsLikeTitle(wordsOf(here.block)) &&
  neighbour(here, 1)?.kind === 'list item';

const member = (here: Here): Taken | undefined => {
  const { block, place } = here;
  if (block.text === '') {
    const organisation = place.open.kind === 'organisation' ? place.open.name : '';
    return took(place, [{ found: 'board role', block, organisation, role: '' }]);
  }
  if (block.marker !== undefined && place.open.kind === 'organisation') {
    return took(place, [
      { found: 'board role', block, organisation: place.open.name, role: block.text },
    ]);
  }
  return block.kind === 'cell' || block.kind === 'list item' || namesMember(here)
    ? took({ ...place, open: { kind: 'organisation', name: block.text } }, [
        { found: 'organisation', block, name: block.text },
      ])
    : undefined;
};

/** Who is on the board: organisations, and under each the roles that it is represented by. Any other paragraph ends the list. */
export const boardStep: Step = (here) => {
  const { block, place } = here;
  if (place.section === 'board') return member(here);
  return block.kind === 'paragraph' && introducesBoard(wordsOf(block))
    ? took({ ...place, section: 'board', open: nothing }, [narrativeOf(here)])
    : undefined;
};
