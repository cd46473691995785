import { type Failure, invalid } from '@trackrecord/application';
import { PlanId, Role, type RoleOnPlan, roleOnPlan } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Fields } from '../../http/exchange.ts';

const roleIn = (text: string | undefined): E.Either<Failure, Role> =>
  Role.is(text) ? E.right(text) : E.left(invalid('Choose a role.', 'role'));

const planIn = (text: string | undefined): E.Either<Failure, PlanId | undefined> => {
  if (text === undefined) return E.right(undefined);
  return PlanId.is(text)
    ? E.right(text)
    : E.left(invalid(`"${text}" is no plan: choose one from the list, or every plan.`, 'plan'));
};

/** The role that a form names, on the plan that it names or on every plan. */
export const roleInForm = (form: Pick<Fields, 'one'>): E.Either<Failure, RoleOnPlan> =>
  pipe(
    E.Do,
    E.bind('role', () => roleIn(form.one('role'))),
    E.bind('plan', () => planIn(form.one('plan'))),
    E.map(({ role, plan }) => roleOnPlan(role, plan)),
  );
