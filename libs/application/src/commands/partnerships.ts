import { decidePartnership, PartnershipId, RegisterPartnership, Text } from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { type Failure, invalid } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { carryOut } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';

/**
 * The id of a partnership: its name in lower-case letters, digits and hyphens. Nothing is cut off, so that no
 * two long names come to the same; letters beyond A to Z, but for their accents, make it no id at all.
 */
const idOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** The partnership of a name, registered first where there is none. */
export const partnershipNamed =
  (deps: Writable) =>
  (name: string, said: Said): TE.TaskEither<Failure, PartnershipId> => {
    const id = idOf(name);
    if (!Text.is(name) || !PartnershipId.is(id)) {
      return TE.left(
        invalid(
          `"${name}" is no name for a partnership: it needs letters from A to Z or digits, at most 80 characters.`,
          'partnership',
        ),
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
