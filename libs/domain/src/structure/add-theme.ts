import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing, free, openPlan } from '../guards.ts';
import type { NotFound, PlanIsClosed, RefTaken } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { ThemeAdded } from './theme-added.ts';

/** Adds a theme under a priority. */
export const AddTheme = defineCommand(
  'AddTheme',
  t.type({ theme: Ref, title: Text, priority: Ref }),
);

export type AddThemeRefusal = RefTaken | NotFound | PlanIsClosed;

export const addTheme: DecideOn<typeof AddTheme, AddThemeRefusal, PlanBody> = (state) => (asked) =>
  pipe(
    openPlan(state),
    E.chainW(() => free(state, 'theme', asked.theme)),
    E.chainW(() => existing(state, 'priority', asked.priority)),
    E.map(() => [ThemeAdded.of(asked)]),
  );
