import {
  ConfirmNoChange,
  GiveUpdate,
  type PlanOrder,
  type Rating,
  type Ref,
  type Text,
} from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { changeAction } from '../commands/change-plan.ts';
import { newRef } from '../commands/new-ref.ts';
import { type Failure, invalid } from '../failure.ts';
import { type AnsweredWith, answeredWith } from './answered-with.ts';
import { commandOfLink, type LinkDesk } from './found-link.ts';
import type { OpenedLink } from './open-link.ts';

/** What somebody says by a link: that nothing has changed, or a rating, a sentence, or both. */
export type SaidByLink = Readonly<{
  effectiveOn: LocalDate;
  /** What they looked at: what others changed since in what they rate is told to them first. */
  basedOn?: Ordinal | undefined;
}> &
  (
    | Readonly<{ news: false }>
    | Readonly<{ news: true; rating?: Rating | undefined; text?: Text | undefined }>
  );

const orderOf =
  (deps: LinkDesk, said: SaidByLink) =>
  (action: Ref): PlanOrder =>
    said.news
      ? GiveUpdate.of({
          action,
          ...(said.rating === undefined ? {} : { rating: said.rating }),
          ...(said.text === undefined
            ? {}
            : { note: { note: newRef(deps, 'n'), text: said.text } }),
        })
      : ConfirmNoChange.of({ action });

/**
 * Records what somebody said by a link, as theirs: the link went to their address, and it can be used once. Said twice
 * by one link (a button that was pressed twice) it is recorded once.
 * @returns what is on record of it, which is what was said first
 */
export const answerByLink =
  (deps: LinkDesk) =>
  (
    { claims, party, id, action, resolved }: OpenedLink,
    said: SaidByLink,
  ): TE.TaskEither<Failure, AnsweredWith> =>
    said.effectiveOn > resolved.point.asOf
      ? TE.left(invalid('The date must be today or earlier.', 'effectiveOn'))
      : pipe(
          changeAction(deps)({
            plan: claims.plan,
            ref: action.ref,
            id,
            author: () =>
              TE.right({
                by: party.id,
                channel: 'email link',
                verified: true,
                effectiveOn: said.effectiveOn,
                basedOn: said.basedOn,
              }),
            commandId: commandOfLink(deps, claims),
            make: ({ action: actionId }) => TE.right(orderOf(deps, said)(actionId)),
          }),
          TE.map(({ events }) => answeredWith(events[0]?.effectiveOn ?? said.effectiveOn, events)),
        );
