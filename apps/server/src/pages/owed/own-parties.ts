import { type Failure, loadDirectory, partiesOf } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import type { Visitor } from '../../http/exchange.ts';
import { keptAnswers } from '../../http/kept-answers.ts';

const kept = keptAnswers<ReadonlySet<string>>(128);

const nobody: ReadonlySet<string> = new Set();

/** The ids under which something is a visitor's own: theirs, and those of the organisations that they belong to. */
export const ownParties = (
  desk: Desk,
  visitor: Visitor,
  head: number,
): E.Either<Failure, ReadonlySet<string>> => {
  if (visitor._tag === 'Nobody') return E.right(nobody);
  const { party } = visitor.principal;
  return kept(desk, JSON.stringify([party, head]), () =>
    pipe(
      loadDirectory(desk),
      E.map((directory) => partiesOf(directory, party)),
    ),
  );
};
