import {
  answerByLink,
  type Failure,
  type LinkRefused,
  type OpenedLink,
  openLink,
  type SaidByLink,
  sendLinkAgain,
} from '@trackrecord/application';
import {
  answerDateLabel,
  answeredPage,
  answerPage,
  becameTrueField,
  type FormErrors,
  linkSentPage,
  noErrors,
  type TypedAnswer,
  ukNumbersDate,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { refusedBy } from '../change/refused.ts';
import {
  againAddress,
  answerAddress,
  linkReply,
  refusedLink,
  tokenOf,
  whoFollows,
} from './link-reply.ts';
import { readAnswer, typedIn } from './read-answer.ts';

type Answer = TE.TaskEither<Failure, Reply>;

type Shown = Readonly<{
  status: number;
  typed: TypedAnswer;
  errors: FormErrors;
  basedOn?: number | undefined;
}>;

const nameOfAction = ({ action }: OpenedLink): string => `Action ${action.ref}`;

const shownForm = (
  exchange: Exchange,
  link: OpenedLink,
  { status, typed, errors, basedOn = link.resolved.point.knownAt }: Shown,
): Reply =>
  linkReply(
    answerPage({ link, to: answerAddress(tokenOf(exchange)), basedOn, typed, errors }),
    status,
    errors,
  );

const opening = (desk: Desk, exchange: Exchange) =>
  openLink(desk)(tokenOf(exchange), whoFollows(exchange.visitor));

const showAnswer =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      opening(desk, exchange),
      TE.map(
        E.match(
          (refusal) => refusedLink(exchange, refusal),
          (link) =>
            shownForm(exchange, link, {
              status: 200,
              // None is chosen beforehand: what is sent is what somebody meant.
              typed: { rating: '', text: '', effectiveOn: ukNumbersDate(link.resolved.point.asOf) },
              errors: noErrors,
            }),
        ),
      ),
    );

/** The form again, filled in as it was; with what others said meanwhile, which can then be said otherwise. */
const shownAgain =
  (exchange: Exchange, link: OpenedLink) =>
  (failure: Failure): Answer => {
    const refused = refusedBy({
      fields: ['rating', 'text', becameTrueField],
      when: answerDateLabel,
      what: nameOfAction(link),
      since: link.action.createdOn,
    })(failure);
    const basedOn = failure._tag === 'Conflict' ? failure.changed?.ordinal : undefined;
    return refused === undefined
      ? TE.left(failure)
      : TE.right(shownForm(exchange, link, { ...refused, basedOn, typed: typedIn(exchange.form) }));
  };

const recorded = (desk: Desk, exchange: Exchange, link: OpenedLink, said: SaidByLink): Answer =>
  pipe(
    answerByLink(desk)(link, said),
    TE.map((onRecord) => {
      // What was asked is answered: reminders that are about to leave are looked at again.
      desk.ringForReminders();
      return linkReply(
        answeredPage({ said: onRecord, what: nameOfAction(link), isRepeated: false, again: null }),
      );
    }),
    TE.orElse(shownAgain(exchange, link)),
  );

/** Sent once more, by whoever went back or pressed twice: what is on record. */
const notOpen = (exchange: Exchange, refusal: LinkRefused): Reply =>
  refusal._tag === 'Used'
    ? linkReply(
        answeredPage({
          said: refusal.said,
          what: null,
          isRepeated: true,
          again: refusal.again ? againAddress(tokenOf(exchange)) : null,
        }),
      )
    : refusedLink(exchange, refusal);

const takeAnswer =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      opening(desk, exchange),
      TE.chain(
        E.match(
          (refusal): Answer => TE.right(notOpen(exchange, refusal)),
          (link) =>
            pipe(
              readAnswer(exchange.form, link),
              E.match(
                (errors): Answer =>
                  TE.right(
                    shownForm(exchange, link, {
                      status: 400,
                      errors,
                      typed: typedIn(exchange.form),
                    }),
                  ),
                (said) => recorded(desk, exchange, link, said),
              ),
            ),
        ),
      ),
    );

const sendAgain =
  (desk: Desk) =>
  (exchange: Exchange): Answer =>
    pipe(
      sendLinkAgain(desk)(tokenOf(exchange), whoFollows(exchange.visitor)),
      TE.map(
        E.match(
          (refusal) => refusedLink(exchange, refusal),
          () => {
            desk.ringForReminders();
            return linkReply(linkSentPage());
          },
        ),
      ),
    );

const byLink = { audience: 'people', may: 'anyone', authority: 'address' } as const;

/** Answering by a link, without an account. */
export const answerRoutes: ReadonlyArray<Route> = [
  { ...byLink, method: 'GET', path: '/answer/:token', answer: showAnswer },
  { ...byLink, method: 'POST', path: '/answer/:token', answer: takeAnswer },
  {
    ...byLink,
    method: 'POST',
    path: '/answer/:token/again',
    throttled: 'asking for much',
    answer: sendAgain,
  },
];
