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

type Asked = Readonly<{ plan: string; facts: PlanFacts }>;

/** Of several plans a ref says which one it is of: "harbour 14". */
const refsWhere = (
  asked: ReadonlyArray<Asked>,
  matches: (action: PlanFacts['actions'][number]) => boolean,
): ReadonlyArray<string> =>
  asked.flatMap(({ plan, facts: { actions } }) =>
    actions
      .filter(({ status }) => status === 'open')
      .filter(matches)
      .map(({ ref }) => (asked.length === 1 ? ref : `${plan} ${ref}`)),
  );

const answerOf =
  (directory: Directory, asked: ReadonlyArray<Asked>) =>
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
      leads: refsWhere(asked, owns('lead')),
      supports: refsWhere(asked, owns('support')),
      askedFor: refsWhere(asked, ({ requests }) =>
        requests.some(({ value }) => value.state === 'open' && value.of.some(isParty)),
      ),
    };
  };

/** Among several plans one that was not there on that date has no part in the answer; alone it is missing. */
const factsOf =
  (deps: Readable, howMany: number) =>
  (question: Resolved): E.Either<Failure, ReadonlyArray<Asked>> =>
    pipe(
      cutFor(deps, question),
      E.map((cut): ReadonlyArray<Asked> => [{ plan: question.plan, facts: planFactsOf(cut) }]),
      E.orElse((failure) =>
        failure._tag === 'Missing' && howMany > 1 ? E.right([]) : E.left(failure),
      ),
    );

/** Everybody, and what each leads, supports and is asked for in these plans. */
export const partiesAnswer =
  (deps: Readable) =>
  (questions: ReadonlyArray<Resolved>): E.Either<Failure, ReadonlyArray<PartyAnswer>> =>
    pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('asked', () => pipe(questions, E.traverseArray(factsOf(deps, questions.length)))),
      E.map(({ directory, asked }) =>
        [...directory.values()]
          .filter(({ mergedInto }) => mergedInto === null)
          .map(answerOf(directory, asked.flat())),
      ),
    );
