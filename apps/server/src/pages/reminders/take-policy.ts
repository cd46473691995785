import {
  changePlan,
  type Failure,
  isGraveWarning,
  type MakeOrders,
  notAuthorised,
  type OnPlan,
  previewPolicy,
  type PolicyPreview,
  type Principal,
} from '@trackrecord/application';
import { type PlanOrder, SetReminderPolicy, SetUpdateCadence } from '@trackrecord/domain';
import {
  cadenceField,
  cadenceRatings,
  policyFields,
  policyPath,
  whyField,
} from '@trackrecord/pages';
import { policyInWords } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { isDeepStrictEqual } from 'node:util';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { repeatableCommandId } from '../../repeatable-command-id.ts';
import { authorOf, readAround, usualWhen } from '../change/around.ts';
import { commandIdOf } from '../change/command-id-of.ts';
import { conflictView, sentenceOfChange } from '../change/conflict-view.ts';
import { type Filled, sentForm } from '../change/filled.ts';
import { recordedNotice } from '../change/recorded-notice.ts';
import { refusedBy } from '../change/refused.ts';
import { leaveNotice } from '../notice.ts';
import { type ReadPolicy, readPolicy } from './read-policy.ts';
import {
  confirmedField,
  openedPolicy,
  placedPolicy,
  type PlacedPolicy,
  policyReply,
  type PolicyShown,
} from './show-policy.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** What was sent, where it was sent to, and as whom. */
type Sent = Readonly<{ desk: Desk; exchange: Exchange; filled: Filled; principal: Principal }>;

const again = ({ desk, exchange, filled }: Sent, placed: PlacedPolicy, shown: PolicyShown) =>
  policyReply(desk, exchange)(placed, filled, shown);

/** A preview counts for the very policy that it was of, as long as it says the same is wrong with it. */
const seal = (read: ReadPolicy, { warnings }: PolicyPreview): string =>
  repeatableCommandId(['previewed', read.policy, read.cadence, warnings]);

/** Whether a policy is to be looked at before it is saved: it would send nothing, or a flood. */
const isToBeMeant = ({ warnings }: PolicyPreview): boolean => warnings.some(isGraveWarning);

/** A cadence for each rating that the form asks for. */
const eachOf = ({ months, byRating }: ReadPolicy['cadence'], scale: ReadonlyArray<string>) =>
  cadenceRatings(scale).map((rating) => byRating[rating] ?? months);

/** Of cadence and policy what differs from how it stands; both at once are one change. */
const ordersOf = (
  { policy, cadence }: ReadPolicy,
  { answer, scale, standing }: PlacedPolicy,
): ReadonlyArray<PlanOrder> => {
  const { months, byRating } = cadence;
  return [
    ...(isDeepStrictEqual(eachOf(cadence, scale), eachOf(standing, scale))
      ? []
      : [
          SetUpdateCadence.of(
            Object.keys(byRating).length === 0 ? { months } : { months, byRating },
          ),
        ]),
    ...(isDeepStrictEqual(policy, answer.policy) ? [] : [SetReminderPolicy.of({ policy })]),
  ];
};

const make =
  (read: ReadPolicy, placed: PlacedPolicy): MakeOrders<OnPlan> =>
  () =>
    TE.right(ordersOf(read, placed));

const fieldsOf = ({ scale }: PlacedPolicy): ReadonlyArray<string> => [
  policyFields.daysAfter,
  ...Object.values(policyFields),
  ...cadenceRatings(scale).map((_, place) => cadenceField(place)),
  whyField,
];

/** Shown again with what stands in the way, on the plan as it is by now. */
const refused =
  (sent: Sent, read: ReadPolicy) =>
  (failure: Failure): Answer =>
    pipe(
      placedPolicy(sent.desk)(sent.exchange),
      TE.chain((placed) => {
        const told = refusedBy({
          fields: fieldsOf(placed),
          fieldOf: { escalation: policyFields.escalationSupport, months: cadenceField(0) },
          when: usualWhen,
          what: placed.asked.answer.plan.title,
          since: null,
        })(failure);
        if (told === undefined) return TE.left(failure);
        const { changed } = failure._tag === 'Conflict' ? failure : { changed: undefined };
        const what =
          changed === undefined ? undefined : sentenceOfChange(sent.desk, placed.asked, changed);
        return again(sent, placed, {
          ...openedPolicy,
          ...told,
          ...(failure._tag === 'Conflict'
            ? {
                errors: [],
                conflict: conflictView(failure, what === undefined ? undefined : { what }, {
                  mine: policyInWords(read.policy),
                  theirsHref: policyPath(placed.asked.plan),
                }),
              }
            : {}),
        });
      }),
    );

const saved = (sent: Sent, placed: PlacedPolicy, read: ReadPolicy): Answer => {
  const { desk, exchange, filled, principal } = sent;
  const { asked } = placed;
  const { today } = asked.dateBar;
  const around = readAround(filled, { today, isDated: false, when: usualWhen, needsWhy: false });
  if (E.isLeft(around))
    return again(sent, placed, { ...openedPolicy, status: 400, errors: around.left });
  const once = changePlan(desk)({
    plan: asked.plan,
    author: authorOf(principal, around.right),
    commandId: commandIdOf(exchange, principal.party),
    make: make(read, placed),
  });
  return pipe(
    once,
    // A form that was sent twice at once may have met its own first half: asked again, that one answers.
    TE.orElse((failure) => (failure._tag === 'Conflict' ? once : TE.left(failure))),
    TE.map((changed): Reply => {
      desk.ringForReminders();
      const notice = recordedNotice(
        { today },
        changed,
        {
          done: 'How reminders go out is saved. It counts from now on.',
          nothingNew: 'It is so already.',
        },
        today,
        () => E.right(false),
      );
      return redirect(policyPath(asked.plan), [leaveNotice(notice)]);
    }),
    TE.orElse(refused(sent, read)),
  );
};

const previewed = (sent: Sent, placed: PlacedPolicy, read: ReadPolicy): Answer =>
  pipe(
    TE.fromEither(previewPolicy(sent.desk)(placed.asked.plan, read.policy, read.cadence)),
    TE.chain((told) => {
      const confirmed = seal(read, told);
      const isSaving = sent.exchange.form.one('do') === 'save' || isKept(sent);
      const isMeant = sent.exchange.form.one(confirmedField) === confirmed;
      return isSaving && (isMeant || !isToBeMeant(told))
        ? saved(sent, placed, read)
        : again(sent, placed, {
            ...openedPolicy,
            status: isSaving ? 422 : 200,
            preview: { told, at: read.policy.at },
            confirmed,
            isHeld: isSaving,
          });
    }),
  );

/** The banner of a conflict saves too. */
const isKept = ({ exchange }: Sent): boolean => exchange.form.one('keep') === 'mine';

const taken = (sent: Sent, placed: PlacedPolicy): Answer => {
  if (!placed.isToday) return again(sent, placed, openedPolicy);
  const read = readPolicy(sent.filled, placed);
  return E.isLeft(read)
    ? again(sent, placed, { ...openedPolicy, status: 400, errors: read.left })
    : previewed(sent, placed, read.right);
};

/** Tells what a policy would do, or saves it. One that sends nothing, or a flood, is told of before it is saved. */
export const takePolicy: Route = {
  method: 'POST',
  path: '/plans/:plan/reminders/policy',
  audience: 'people',
  may: 'manage',
  answer: (desk) => (exchange) => {
    const { visitor } = exchange;
    return visitor._tag === 'Known'
      ? pipe(
          placedPolicy(desk)(exchange),
          TE.chain((placed) =>
            taken(
              { desk, exchange, filled: sentForm(exchange.form), principal: visitor.principal },
              placed,
            ),
          ),
        )
      : TE.left(notAuthorised('Sign in first.'));
  },
};
