import { type Failure, invalid } from '@trackrecord/application';
import { Role, type RoleOnPlan, roleOnPlan } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { optional, parsePlanId } from './parse.ts';

const parseRole = (text: string): E.Either<Failure, Role> =>
  Role.is(text)
    ? E.right(text)
    : E.left(
        invalid(
          `--role: "${text}" is no role; accepted: ${Object.keys(Role.keys).join(', ')}.`,
          'role',
        ),
      );

/** A role and, where it is not for every plan, the plan. */
export const parseRoleOnPlan = (
  role: string,
  plan: string | undefined,
): E.Either<Failure, RoleOnPlan> =>
  pipe(
    E.Do,
    E.bind('held', () => parseRole(role)),
    E.bind('on', () => optional(plan, parsePlanId)),
    E.map(({ held, on }) => roleOnPlan(held, on)),
  );
