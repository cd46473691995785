import { narrativeOf } from './narrative-step.ts';
import { start } from './place.ts';
import { type Step, took } from './step.ts';

/**
 * What its reader knows for a line of a table of contents names priorities and actions without being them, and a note
 * at the foot of a page belongs to what refers to it, not to what happens to stand before it. Both are kept as
 * narrative of nothing.
 */
export const asideStep: Step = (here) =>
  here.block.aside === undefined
    ? undefined
    : took(here.place, [narrativeOf({ ...here, place: start })]);
