import {
  type Failure,
  policyAnswer,
  type PolicyAnswer,
  type PolicyPreview,
} from '@trackrecord/application';
import {
  type ConflictView,
  type FormErrors,
  noErrors,
  policyPage,
  policyPath,
  policyStanding,
  whyField,
  withDates,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import { canOn } from '../../access/may-ask.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { planBreadcrumbs } from '../action/action-page-route.ts';
import { isOnToday } from '../action/on-today.ts';
import { type AskedPlan, askedPlan } from '../asked-plan.ts';
import { formIdField } from '../change/command-id-of.ts';
import { type Filled, openedForm } from '../change/filled.ts';
import { partyChoices } from '../change/party-choices.ts';
import { page } from '../page-reply.ts';
import { remindersOf } from './asked-reminders.ts';
import type { PolicyPlace } from './read-policy.ts';

/** A plan and its policy as they stand by now, for the form that changes it. */
export type PlacedPolicy = PolicyPlace &
  Readonly<{ asked: AskedPlan; answer: PolicyAnswer; isToday: boolean }>;

/** The plan that the path names, and how its reminders go out at the page's dates. */
export const placedPolicy =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, PlacedPolicy> =>
    pipe(
      askedPlan(desk)(exchange, 'the policy'),
      TE.chainEitherK((asked) =>
        pipe(
          E.Do,
          E.bind('answer', () => policyAnswer(desk)(asked.resolved)),
          E.bind('parties', () => partyChoices(desk, asked.answer.ordinal)),
          E.map(({ answer, parties }) => ({
            asked,
            answer,
            parties,
            scale: answer.scale,
            standing: { months: answer.cadenceMonths, byRating: answer.cadenceByRating },
            isToday: isOnToday(asked.question, asked.dateBar.today),
          })),
        ),
      ),
    );

/** Why the form is shown: as it is opened, with what it would do, or for what it was not taken. */
export type PolicyShown = Readonly<{
  status: number;
  errors: FormErrors;
  conflict: ConflictView | null;
  preview: Readonly<{ told: PolicyPreview; at: string }> | null;
  /** What says that its preview was seen, where it is to be meant. */
  confirmed: string;
  isHeld: boolean;
}>;

export const openedPolicy: PolicyShown = {
  status: 200,
  errors: noErrors,
  conflict: null,
  preview: null,
  confirmed: '',
  isHeld: false,
};

/** The hidden field that says which policy's preview was seen. */
export const confirmedField = 'confirmed';

const typedIn = (filled: Filled, { answer, scale, standing }: PlacedPolicy, isSent: boolean) => {
  const stands = policyStanding(answer.policy, standing, scale);
  return {
    text: (field: string): string => filled.text(field, stands[field] ?? ''),
    ticked: (field: string): boolean =>
      isSent ? filled.ticked(field).includes('yes') : stands[field] === 'yes',
  };
};

/** The page with the form on it, for whoever may change it; for others, and of past dates, in words. */
export const policyReply =
  (desk: Desk, exchange: Exchange) =>
  (placed: PlacedPolicy, filled: Filled, shown: PolicyShown): TE.TaskEither<Failure, Reply> => {
    const { asked, answer, parties, isToday } = placed;
    const { visitor } = exchange;
    const isClosed = asked.answer.plan.status === 'closed';
    const mayChange = canOn(visitor, 'manage', asked.plan) && isToday && !isClosed;
    return pipe(
      TE.fromTask(csrfTokenFor(desk)(exchange)),
      TE.map((csrfToken) => {
        const { title, content } = policyPage({
          ...remindersOf(exchange, asked),
          answer,
          historyHref: canOn(visitor, 'audit', asked.plan)
            ? withDates(`/plans/${asked.plan}/audit?field=reminderPolicy`, asked.question)
            : null,
          todayHref: isToday ? null : policyPath(asked.plan),
          form: mayChange
            ? {
                ...shown,
                typed: typedIn(filled, placed, exchange.method === 'POST'),
                why: filled.text(whyField),
                parties,
                csrfToken: csrfToken ?? '',
                basedOn: asked.answer.ordinal,
                hidden: [
                  {
                    name: formIdField,
                    value: exchange.form.one(formIdField) ?? desk.ids.commandId(),
                  },
                  { name: confirmedField, value: shown.confirmed },
                ],
              }
            : null,
        });
        return page(
          {
            title,
            content,
            section: 'plans',
            breadcrumbs: planBreadcrumbs(asked),
            dateBar: asked.dateBar,
            dataLinks: [
              { text: 'JSON', href: asked.link(`/api/v1/plans/${asked.plan}/reminder-policy`) },
            ],
            errors: shown.errors,
          },
          asked.dateErrors.length > 0 && shown.status === 200 ? 400 : shown.status,
        );
      }),
    );
  };

/** How a plan's reminders go out. */
export const showPolicy: Route = {
  method: 'GET',
  path: '/plans/:plan/reminders/policy',
  audience: 'people',
  may: 'read',
  answer: (desk) => (exchange) =>
    pipe(
      placedPolicy(desk)(exchange),
      TE.chain((placed) =>
        policyReply(desk, exchange)(placed, openedForm(exchange.query), openedPolicy),
      ),
    ),
};
