import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref, Text } from '../words.ts';
import { ThemeReworded } from './theme-reworded.ts';

/** Changes the words of a theme. */
export const RewordTheme = defineCommand('RewordTheme', t.type({ theme: Ref, title: Text }));

export type RewordThemeRefusal = NotFound;

export const rewordTheme: DecideOn<typeof RewordTheme, RewordThemeRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'theme', asked.theme),
      E.map(() => [ThemeReworded.of(asked)]),
    );
