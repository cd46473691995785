import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existingSubject } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Subject, Text } from '../words.ts';
import { StoryTold } from './story-told.ts';

/** Tells the story behind a baseline. */
export const TellStory = defineCommand(
  'TellStory',
  t.type({ about: Subject, story: Ref, text: Text }),
);

export type TellStoryRefusal = NotFound;

export const tellStory: DecideOn<typeof TellStory, TellStoryRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existingSubject(state, asked.about),
      E.map(() => [StoryTold.of(asked)]),
    );
