import { IndicatorId, PartyId, subjectOf } from '@trackrecord/domain';
import type { Directory } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import { type Failure, invalid, missing, storage } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { accessSources, isOfAccess } from './access-sources.ts';
import type { TrailNames } from './history-line.ts';
import { endOfTime, loadDirectory } from './load-directory.ts';
import type { Resolved } from './resolve-question.ts';
import { partySpellings, type TrailAsked } from './trail-filter.ts';
import { knownField, loadTrailNames, subjectFor } from './trail-of-plan.ts';
import type { TrailSource } from './trail-source.ts';

const kindAndId = (subject: string): readonly [kind: string, id: string] => {
  const [kind = '', ...id] = subject.split(':');
  return [kind, id.join(':')];
};

/** `action:28` means the action that people know as 28; one that was taken back by the name that the log has for it. */
const subjectIn = (
  names: TrailNames,
  subject: string | undefined,
): E.Either<Failure, string | undefined> => {
  const [kind, ref] = kindAndId(subject ?? '');
  return kind === 'action' && ref !== ''
    ? pipe(
        subjectFor(names, ref),
        E.orElse(() => E.right(subject)),
      )
    : subjectFor(names, subject);
};

const ofPlan =
  (deps: Readable, { subject, field }: TrailAsked) =>
  ({ plan, point }: Resolved): E.Either<Failure, TrailSource> =>
    pipe(
      E.Do,
      E.chainFirst(() => knownField(deps)(plan, point.knownAt, field)),
      E.bind('names', () => loadTrailNames(deps)(plan, point.knownAt)),
      E.bind('about', ({ names }) => subjectIn(names, subject)),
      E.map(({ names, about }) => ({
        stream: streamOf('plan', plan),
        plan,
        subject: about,
        asOf: point.asOf,
        names,
      })),
    );

const nameless = { refs: new Map<string, string>(), documents: new Map<string, string>() };

const ofParty =
  (directory: Directory) =>
  (id: string): TrailSource => ({
    stream: streamOf('party', id),
    plan: null,
    subject: undefined,
    asOf: endOfTime,
    names: { ...nameless, itself: { subject: `party ${directory.get(id)?.name ?? id}`, ref: id } },
  });

const ofIndicator = (id: IndicatorId): TrailSource => ({
  stream: streamOf('indicator', id),
  plan: null,
  subject: undefined,
  asOf: endOfTime,
  names: { ...nameless, itself: { subject: `indicator ${id}`, ref: id } },
});

/** Whether one of these plans says anything of a subject. */
const isSpokenOf = (
  { views }: Readable,
  questions: ReadonlyArray<Resolved>,
  subject: string,
): E.Either<Failure, boolean> =>
  pipe(
    questions,
    E.traverseArray(({ plan, point }) =>
      views.lastOrdinalOf(streamOf('plan', plan), point.knownAt, subject),
    ),
    E.bimap(storage, (ordinals) => ordinals.some((ordinal) => ordinal > 0)),
  );

const ownStreamOf = (
  deps: Readable,
  questions: ReadonlyArray<Resolved>,
  id: IndicatorId,
  withinPlans: boolean,
): E.Either<Failure, ReadonlyArray<TrailSource>> =>
  pipe(
    withinPlans ? isSpokenOf(deps, questions, subjectOf('indicator', id)) : E.right(true),
    E.filterOrElse(
      (isSpoken) => isSpoken,
      () => missing(`No plan whose trail you may see has an indicator "${id}".`, 'subject'),
    ),
    E.map(() => [ofIndicator(id)]),
  );

/** The streams of their own of a party, with every spelling, and of an indicator. */
const ownStreams = (
  deps: Readable,
  questions: ReadonlyArray<Resolved>,
  { subject, withinPlans = false }: TrailAsked,
): E.Either<Failure, ReadonlyArray<TrailSource>> => {
  const [kind, id] = kindAndId(subject ?? '');
  if (kind === 'indicator' && IndicatorId.is(id))
    return ownStreamOf(deps, questions, id, withinPlans);
  if (kind !== 'party') return E.right([]);
  return pipe(
    loadDirectory(deps),
    E.chain((directory) =>
      PartyId.is(id)
        ? pipe(
            partySpellings(directory, id, 'subject'),
            E.map((ids) => ids.map(ofParty(directory))),
          )
        : E.left(missing(`There is no person or organisation "${id}".`, 'subject')),
    ),
  );
};

/** Among several plans one that has no such action or field has no part in the trail; where none has, that is said. */
const ofPlans = (
  deps: Readable,
  questions: ReadonlyArray<Resolved>,
  asked: TrailAsked,
): E.Either<Failure, ReadonlyArray<TrailSource>> => {
  const found = questions.map(ofPlan(deps, asked));
  const [refused] = found.filter(E.isLeft);
  const sources = found.filter(E.isRight).map(({ right }) => right);
  const isRefusal = refused !== undefined && refused.left._tag !== 'Storage';
  return refused !== undefined && (!isRefusal || sources.length === 0) ? refused : E.right(sources);
};

const accessElsewhere = invalid(
  'Accounts, roles, tokens and webhooks are of no plan: they stand in the audit trail of all plans, for auditors and administrators of every plan.',
  'subject',
);

/** Where a trail is read from: the plans asked about, the own stream of a party or an indicator, and who may come in. */
export const trailSources =
  (deps: Readable) =>
  (
    questions: ReadonlyArray<Resolved>,
    asked: TrailAsked,
  ): E.Either<Failure, ReadonlyArray<TrailSource>> =>
    pipe(
      isOfAccess(asked.subject) && asked.access === undefined
        ? E.left(accessElsewhere)
        : E.right({}),
      E.bind('own', () => ownStreams(deps, questions, asked)),
      E.bind('access', () => accessSources(deps)(asked)),
      E.map(({ own, access }) => [...own, ...access]),
      E.chain((own) => {
        // A party is no subject of any plan, nor is who may come in.
        if (kindAndId(asked.subject ?? '')[0] === 'party' || isOfAccess(asked.subject))
          return E.right(own);
        return pipe(
          ofPlans(deps, questions, asked),
          E.orElse((failure) =>
            own.length > 0 && failure._tag !== 'Storage' ? E.right([]) : E.left(failure),
          ),
          E.map((sources) => [...sources, ...own]),
        );
      }),
    );
