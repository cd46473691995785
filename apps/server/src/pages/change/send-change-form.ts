import { type Failure, notAuthorised, type Principal } from '@trackrecord/application';
import { type FormErrors, ukDate } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { type Around, authorOf, readAround, usualWhen } from './around.ts';
import type { AnyKind, AnyPlace, ChangeForm, Reading } from './change-form.ts';
import { commandIdOf } from './command-id-of.ts';
import { conflictView } from './conflict-view.ts';
import { recordedNotice } from './recorded-notice.ts';
import { refusedBy } from './refused.ts';
import { changeFormReply, fieldsOf, opened } from './show-change-form.ts';

type Answer = TE.TaskEither<Failure, Reply>;

type Understood<Make> = Readonly<{ reading: Reading<Make>; around: Around }>;

/** All that was filled in, understood, or everything that is wrong with it. */
const understood = <Of extends AnyPlace, Make>(
  form: ChangeForm<Of, Make>,
  of: Of,
): E.Either<FormErrors, Understood<Make>> => {
  const around = readAround(of.filled, {
    today: of.today,
    isDated: form.undated !== true,
    when: form.when ?? usualWhen,
    needsWhy: form.needsWhy === true,
  });
  const reading = form.reads(of);
  if (E.isRight(reading) && E.isRight(around))
    return E.right({ reading: reading.right, around: around.right });
  return E.left([
    ...(E.isLeft(reading) ? reading.left : []),
    ...(E.isLeft(around) ? around.left : []),
  ]);
};

const principalOf = ({ visitor }: Exchange): E.Either<Failure, Principal> =>
  visitor._tag === 'Known' ? E.right(visitor.principal) : E.left(notAuthorised('Sign in first.'));

/** A date that is still to come has to be meant: it was confirmed for that very date. */
const isUnconfirmed = ({ form }: Exchange, { effectiveOn }: Around, { today }: AnyPlace) =>
  effectiveOn > today && form.one('future') !== effectiveOn;

type Sending<Of extends AnyPlace, Make> = Readonly<{
  kind: AnyKind<Of, Make>;
  form: ChangeForm<Of, Make>;
  desk: Desk;
  exchange: Exchange;
}>;

/**
 * Shown again, filled in as it was, on the plan as it stands by now: what was refused says so at its field, what
 * somebody else changed meanwhile above the form.
 */
const again =
  <Of extends AnyPlace, Make>(
    { kind, form, desk, exchange }: Sending<Of, Make>,
    placed: TE.TaskEither<Failure, Of>,
    mine: string,
  ) =>
  (failure: Failure): Answer =>
    pipe(
      placed,
      TE.chain((of) => {
        const fields = fieldsOf(form.shows(of), form);
        const refused = refusedBy({
          fields,
          fieldOf: form.fieldOf,
          when: form.when ?? usualWhen,
          what: kind.caption(of),
          since: kind.since(of),
          wordsFor: (failed) => form.wordsFor?.(failed, of),
        })(failure);
        if (refused === undefined) return TE.left(failure);
        const theirsHref = `${kind.back(of)}#history`;
        return changeFormReply(kind, form)(desk, exchange, of, {
          ...opened,
          ...refused,
          ...(failure._tag === 'Conflict'
            ? {
                errors: [],
                conflict: conflictView(
                  failure,
                  failure.changed && kind.meanwhile(desk, of, failure.changed),
                  { mine, theirsHref },
                ),
              }
            : {}),
        });
      }),
    );

const carriedOut = <Of extends AnyPlace, Make>(
  { kind, desk, exchange }: Sending<Of, Make>,
  of: Of,
  { reading, around }: Understood<Make>,
  principal: Principal,
) => {
  const once = kind.change(
    desk,
    of,
    {
      author: authorOf(principal, around),
      commandId: commandIdOf(exchange, principal.party),
    },
    reading.make,
  );
  return pipe(
    once,
    // A form that was sent twice at once may have met its own first half: asked again, that one answers.
    TE.orElse((failure) => (failure._tag === 'Conflict' ? once : TE.left(failure))),
  );
};

/** Takes what a form sent: recorded, or shown again with what stands in the way. */
export const takeChangeForm = <Of extends AnyPlace, Make>(
  sending: Sending<Of, Make>,
  placed: TE.TaskEither<Failure, Of>,
  of: Of,
): Answer => {
  const { kind, form, desk, exchange } = sending;
  const reply = changeFormReply(kind, form);
  const read = understood(form, of);
  if (E.isLeft(read))
    return reply(desk, exchange, of, { ...opened, status: 400, errors: read.left });
  const { reading, around } = read.right;
  if (isUnconfirmed(exchange, around, of))
    return reply(desk, exchange, of, {
      ...opened,
      status: 422,
      future: { value: around.effectiveOn, words: ukDate(around.effectiveOn) },
    });
  return pipe(
    TE.fromEither(principalOf(exchange)),
    TE.chain((principal) =>
      pipe(
        carriedOut(sending, of, read.right, principal),
        TE.map((changed) =>
          redirect(reading.leadsTo ?? kind.back(of), [
            leaveNotice(
              recordedNotice(of, changed, reading, around.effectiveOn, () =>
                kind.isOverruled(desk, of, changed),
              ),
            ),
          ]),
        ),
      ),
    ),
    TE.orElse(again(sending, placed, reading.mine)),
  );
};
