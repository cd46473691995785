import { isHeadingLike } from '../../recognisers/heading-like.ts';
import { narrativeOf } from '../narrative-step.ts';
import { on, type Part } from './part.ts';

/** Prose between the items of a list explains the one above it. */
export const explanationPart: Part = (here, action) =>
  action.stage === 'title' && !isHeadingLike(here.block)
    ? on(here, action, [narrativeOf(here)])
    : undefined;
