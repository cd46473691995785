import { isContentsEntry } from '../recognisers/contents-entry.ts';
import { narrativeOf } from './narrative-step.ts';
import { type Step, took } from './step.ts';

/** Lines of a table of contents name priorities and sections without being them. */
export const contentsStep: Step = (here) =>
  here.place.section === 'contents' && isContentsEntry(here.blocks, here.at)
    ? took(here.place, [narrativeOf(here)])
    : undefined;
