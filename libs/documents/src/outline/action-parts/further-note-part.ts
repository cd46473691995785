import { wordsOf } from '../../document/block.ts';
import { isHeadingLike, readsLikeTitle } from '../../recognisers/heading-like.ts';
import { asNarrativeHeading, narrativeOf } from '../narrative-step.ts';
import { standsAlone } from '../neighbours.ts';
import { nothing } from '../place.ts';
import type { Here } from '../step.ts';
import { on, type OpenAction, type Part } from './part.ts';

/** A title that has a row of a table of actions to itself ends the action above it. */
const headsRows = (here: Here, { style }: OpenAction): boolean =>
  style === 'row' &&
  here.block.table?.table === here.place.columns?.table &&
  here.block.table !== undefined &&
  standsAlone(here) &&
  readsLikeTitle(wordsOf(here.block));

/** Paragraphs after the fields or under "Notes" are notes; their tables stay tables. */
export const furtherNotePart: Part = (here, action) => {
  const { block } = here;
  if (action.stage === 'title' || block.kind === 'heading') return undefined;
  if (headsRows(here, action)) return asNarrativeHeading(here, { ...here.place, open: nothing });
  if (block.kind === 'cell') return on(here, action, [narrativeOf(here)]);
  if (action.stage === 'fields' && isHeadingLike(block)) return undefined;
  return on(here, { ...action, stage: 'notes' }, [
    { found: 'note', block, key: action.key, text: wordsOf(block) },
  ]);
};
