import { decidePartnership, PartnershipId, RegisterPartnership, Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, invalid } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { carryOut } from './carry-out.ts';
import { circumstancesOf, type Said } from './circumstances.ts';

const slugOf = (name: string): string =>
  name
    .toLocaleLowerCase('en')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 60);

/** The partnership of a name, registered first where there is none. */
export const partnershipNamed =
  (deps: Writable) =>
  (name: string, said: Said): TE.TaskEither<Failure, PartnershipId> => {
    const id = slugOf(name);
    if (!Text.is(name) || !PartnershipId.is(id)) {
      return TE.left(
        invalid(`"${name}" is no name for a partnership: it needs letters or digits.`),
      );
    }
    return pipe(
      carryOut(deps)({
        stream: streamOf('partnership', id),
        decide: decidePartnership,
        circumstances: circumstancesOf(deps, said),
        steps: ({ cut }) =>
          E.right(cut.size > 0 ? [] : [{ order: RegisterPartnership.of({ name }) }]),
      }),
      TE.map(() => id),
    );
  };
