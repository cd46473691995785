import { changeAction, type MakeOrders, type OnAction } from '@trackrecord/application';
import { actionPath, actionStanding } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { mayUpdateById } from '../../access/may-ask.ts';
import { actionOf } from '../action/asked-action.ts';
import type { ActionPlace, FormKind } from './change-form.ts';

/** Forms that change one action of a plan. */
export const actionFormKind: FormKind<ActionPlace, MakeOrders<OnAction>> = {
  base: '/plans/:plan/actions/:ref',
  subject: ({ params }) => `action ${params['ref'] ?? ''}`,
  place: (desk, { params, visitor }, of) =>
    pipe(
      actionOf(desk, of.asked, params['ref'] ?? ''),
      E.map((action) => ({
        ...of,
        action,
        mayUpdate: mayUpdateById(desk, visitor, of.asked.plan),
      })),
    ),
  caption: ({ action }) => `Action ${action.ref}`,
  since: ({ action }) => action.createdOn,
  words: ({ action }) => action.title,
  standingHeading: 'As it stands today',
  standing: ({ action }) => actionStanding(action),
  trail: ({ action }) => `action:${action.id}`,
  back: ({ asked, action }) => actionPath(asked.plan, action.ref),
  // It is the action that was shown, whatever had its number on the date of the change.
  change: (desk, { action, mayUpdate }, change, make) =>
    changeAction(desk)({ ...change, ref: action.ref, id: action.id, may: mayUpdate, make }),
};
