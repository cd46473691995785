import { describeFailure, type Failure } from '@trackrecord/application';
import { clashKey } from '@trackrecord/documents';
import { type Banner, previewHref } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { askedUpload } from './asked-upload.ts';
import { keepDraft } from './import-draft.ts';
import { type Previewed, previewed } from './previewed.ts';
import { readingOf } from './reading.ts';
import { withDraft } from './with-draft.ts';

const noticeOf = (found: E.Either<Failure, Previewed>, taken: number): Banner =>
  E.isLeft(found)
    ? { kind: 'important', text: describeFailure(found.left) }
    : {
        kind: 'success',
        text:
          taken === 0
            ? 'What the plan says is kept.'
            : `The copy’s side is taken ${taken === 1 ? 'once' : `${taken} times`}. This is what it would do now.`,
      };

/** Keeps of which clashes the copy's side is taken; what is no clash any more is forgotten. */
export const chooseClashes =
  (desk: Desk) =>
  (exchange: Exchange): TE.TaskEither<Failure, Reply> =>
    pipe(
      askedUpload(desk)(exchange),
      TE.chain(
        withDraft(({ place, upload }, draft) =>
          pipe(
            readingOf(desk, upload, draft),
            TE.chain((reading) =>
              TE.fromTask<E.Either<Failure, Previewed>, Failure>(
                previewed(desk, place, draft, reading),
              ),
            ),
            TE.bindTo('found'),
            TE.bind('taken', ({ found }) => {
              const sent = new Set(exchange.form.all('taken'));
              const known = E.isRight(found) ? found.right.clashes.map(clashKey) : [];
              const taken = known.filter((key) => sent.has(key));
              return TE.right(taken);
            }),
            TE.chainFirst(({ taken }) => keepDraft(desk)(upload, { ...draft, taken })),
            TE.map(({ found, taken }) =>
              redirect(`${previewHref(place.plan, upload.id)}#clashes`, [
                leaveNotice(noticeOf(found, taken.length)),
              ]),
            ),
          ),
        ),
      ),
    );
