import { type Failure, loadDirectory } from '@trackrecord/application';
import type { FormItem } from '@trackrecord/pages';
import { canonicalParty } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Desk } from '../../desk.ts';
import { keptAnswers } from '../../http/kept-answers.ts';

const collator = new Intl.Collator('en', { numeric: true });

const kept = keptAnswers<ReadonlyArray<FormItem>>(4);

/** Everybody whom the directory knows, by name, once each; two of one name are told apart by their ids. */
export const partyChoices = (
  desk: Desk,
  head: number,
): E.Either<Failure, ReadonlyArray<FormItem>> =>
  kept(desk, String(head), () =>
    pipe(
      loadDirectory(desk),
      E.map((directory) => {
        const all = [...directory.values()].filter(
          ({ id }) => canonicalParty(directory)(id) === id,
        );
        const byName = Map.groupBy(all, ({ name }) => name);
        return all
          .map(({ id, name }) => ({
            value: id,
            text: (byName.get(name)?.length ?? 0) > 1 ? `${name} (${id})` : name,
          }))
          .toSorted((a, b) => collator.compare(a.text, b.text));
      }),
    ),
  );
