import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Subject } from '../words.ts';
import { story } from './fields.ts';
import { StoryRemoved } from './story-removed.ts';

/** Takes a story behind a baseline out of the plan. */
export const RemoveStory = defineCommand('RemoveStory', t.type({ about: Subject, story: Ref }));

export type RemoveStoryRefusal = NotFound;

export const removeStory: DecideOn<typeof RemoveStory, RemoveStoryRefusal, PlanBody> =
  ({ cut }) =>
  (asked) =>
    O.isSome(story.of(cut, asked.about, asked.story))
      ? E.right([StoryRemoved.of(asked)])
      : E.left({ _tag: 'NotFound', kind: 'story', ref: asked.story });
