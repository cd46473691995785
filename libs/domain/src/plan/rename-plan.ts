import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type DecideOn, defineCommand } from '../command.ts';
import type { PlanBody } from '../event/domain-event.ts';
import { Text } from '../words.ts';
import { PlanRenamed } from './plan-renamed.ts';

/** Gives a plan another title. */
export const RenamePlan = defineCommand('RenamePlan', t.type({ title: Text }));

export type RenamePlanRefusal = never;

export const renamePlan: DecideOn<typeof RenamePlan, RenamePlanRefusal, PlanBody> = () => (asked) =>
  E.right([PlanRenamed.of(asked)]);
