import { changeAction, type MakeOrders, type OnAction } from '@trackrecord/application';
import { actionPath, actionStanding } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { actionOf } from '../action/asked-action.ts';
import type { ActionPlace, FormKind } from './change-form.ts';

/** Forms that change one action of a plan. */
export const actionFormKind: FormKind<ActionPlace, MakeOrders<OnAction>> = {
  base: '/plans/:plan/actions/:ref',
  subject: ({ params }) => `action ${params['ref'] ?? ''}`,
  place: (desk, { params }, of) =>
    pipe(
      actionOf(desk, of.asked, params['ref'] ?? ''),
      E.map((action) => ({ ...of, action })),
    ),
  caption: ({ action }) => `Action ${action.ref}`,
  since: ({ action }) => action.createdOn,
  words: ({ action }) => action.title,
  standingHeading: 'As it stands today',
  standing: ({ action }) => actionStanding(action),
  trail: ({ action }) => `action:${action.id}`,
  back: ({ asked, action }) => actionPath(asked.plan, action.ref),
  change: (desk, { action }, change, make) =>
    changeAction(desk)({ ...change, ref: action.ref, make }),
};
