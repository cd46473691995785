import type { PlanId } from '@trackrecord/domain';
import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { nameOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, storage } from '../failure.ts';
import type { DigestItem } from '../ports/letter-writer.ts';
import { loadParties } from '../questions/load-parties.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';

/** The last that was said of something, and by whom, by name; `by` is `null` where a document said it. */
export type LastWords = NonNullable<DigestItem['lastWords']>;

/**
 * The last note of something of a plan, as of a day and as known at an ordinal.
 * @param subject of what: `action:27`
 */
export const lastWordsOf = (
  deps: Pick<Readable, 'views'>,
  { plan, today, ordinal }: Readonly<{ plan: PlanId; today: LocalDate; ordinal: Ordinal }>,
  subject: string,
): E.Either<Failure, LastWords | null> =>
  pipe(
    deps.views.recordsOf(streamOf('plan', plan), ordinal, { subject, field: 'note' }),
    E.mapLeft(storage),
    E.map((records) =>
      records.findLast(
        ({ retracted, value, effectiveOn }) =>
          retracted === undefined && value !== null && effectiveOn <= today,
      ),
    ),
    E.chain((last): E.Either<Failure, LastWords | null> => {
      if (typeof last?.value !== 'string') return E.right(null);
      const { value: text, effectiveOn: on, source, onWordOf, recordedBy } = last;
      const by = onWordOf ?? recordedBy.party;
      return source === undefined
        ? pipe(
            loadParties(deps, [by]),
            E.map((directory) => ({ text, on, by: nameOf(directory)(by) })),
          )
        : E.right({ text, on, by: null });
    }),
  );
