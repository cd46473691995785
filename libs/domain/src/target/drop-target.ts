import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { existing } from '../guards.ts';
import type { NotFound } from '../refusals.ts';
import { Ref } from '../words.ts';
import { TargetDropped } from './target-dropped.ts';

/** Gives a target up. */
export const DropTarget = defineCommand('DropTarget', t.type({ target: Ref }));

export type DropTargetRefusal = NotFound;

export const dropTarget: DecideOn<typeof DropTarget, DropTargetRefusal, PlanBody> =
  (state) => (asked) =>
    pipe(
      existing(state, 'target', asked.target),
      E.map(() => [TargetDropped.of(asked)]),
    );
