import {
  canonicalParty,
  type Directory,
  nameOf,
  type PartyState,
  type PlanFacts,
  planFactsOf,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Failure } from '../failure.ts';
import type { Readable } from '../trackrecord.ts';
import { loadDirectory } from './load-directory.ts';
import { cutFor } from './plan-answer.ts';
import type { Resolved } from './resolve-question.ts';

/** A person or an organisation, and what they lead, support and are asked for in the plans asked about. */
export type PartyAnswer = Readonly<{
  id: string;
  name: string;
  kind: string;
  /** Other spellings that were merged into this one. */
  alsoKnownAs: ReadonlyArray<string>;
  organisations: ReadonlyArray<string>;
  boardRoles: PartyState['boardRoles'];
  leads: ReadonlyArray<string>;
  supports: ReadonlyArray<string>;
  askedFor: ReadonlyArray<string>;
}>;

const refsWhere = (
  facts: ReadonlyArray<PlanFacts>,
  matches: (action: PlanFacts['actions'][number]) => boolean,
): ReadonlyArray<string> =>
  facts.flatMap(({ actions }) =>
    actions
      .filter(({ status }) => status === 'open')
      .filter(matches)
      .map(({ ref }) => ref),
  );

const answerOf =
  (directory: Directory, facts: ReadonlyArray<PlanFacts>) =>
  (party: PartyState): PartyAnswer => {
    const isParty = (id: string) => canonicalParty(directory)(id) === party.id;
    const owns = (role: string) => (action: PlanFacts['actions'][number]) =>
      action.owners.some(({ id, value }) => isParty(id) && value === role);
    return {
      id: party.id,
      name: party.name,
      kind: party.kind,
      alsoKnownAs: [...directory.values()]
        .filter(({ id, name }) => id !== party.id && isParty(id) && name !== party.name)
        .map(({ name }) => name),
      organisations: party.organisations.map(nameOf(directory)),
      boardRoles: party.boardRoles,
      leads: refsWhere(facts, owns('lead')),
      supports: refsWhere(facts, owns('support')),
      askedFor: refsWhere(facts, ({ requests }) =>
        requests.some(({ value }) => value.state === 'open' && value.of.some(isParty)),
      ),
    };
  };

/** Everybody, and what each leads, supports and is asked for in these plans. */
export const partiesAnswer =
  (deps: Readable) =>
  (questions: ReadonlyArray<Resolved>): E.Either<Failure, ReadonlyArray<PartyAnswer>> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('facts', () =>
        pipe(
          questions,
          E.traverseArray((question) => E.map(planFactsOf)(cutFor(deps, question))),
        ),
      ),
      E.map(({ directory, facts }) =>
        [...directory.values()]
          .filter(({ mergedInto }) => mergedInto === null)
          .map(answerOf(directory, facts)),
      ),
    );
