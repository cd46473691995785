import {
  AccessId,
  accountPassword,
  accountRole,
  accountStatus,
  tokenRevoked,
  tokenRole,
  WebhookId,
  webhookNews,
  webhookRemoved,
  webhookSecret,
} from '@trackrecord/domain';
import type { Ordinal, StreamName } from '@trackrecord/kernel';
import {
  accountStateOf,
  type AccountState,
  type Directory,
  tokenStateOf,
  type TokenState,
  webhookStateOf,
  type WebhookState,
} from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as O from 'fp-ts/lib/Option.js';
import { type Failure, missing, storage } from '../failure.ts';
import { idIn } from '../streams.ts';
import type { Readable } from '../trackrecord.ts';
import { endOfTime, loadDirectory } from './load-directory.ts';
import { namedParty } from './naming.ts';
import { partySpellings, type TrailAsked } from './trail-filter.ts';
import type { TrailSource } from './trail-source.ts';

/** What a trail of access is asked about: all of it, and what leads out of the house. */
export const allAccess = 'access';

/** The fields that the lines of such a trail are of. */
export const accessFields: ReadonlyArray<string> = [
  ...new Set(
    [
      accountRole,
      accountStatus,
      accountPassword,
      tokenRole,
      tokenRevoked,
      webhookNews,
      webhookRemoved,
      webhookSecret,
    ].map(({ name }) => name),
  ),
];

/** What the lines of an account or a token say in their subject already: one line tells that it was opened or issued. */
const toldByTheSubject = ['party', 'signInName', 'name', 'digest', 'address'];

type Held = Readonly<{ stream: StreamName }> &
  (
    | Readonly<{ account: AccountState }>
    | Readonly<{ token: TokenState }>
    | Readonly<{ webhook: WebhookState }>
  );

const heldIn =
  ({ views }: Readable) =>
  (stream: StreamName): E.Either<Failure, ReadonlyArray<Held>> => {
    const id = idIn(stream);
    if (!AccessId.is(id)) return E.right([]);
    return pipe(
      views.head(),
      E.chain((knownAt) => views.cutOf(stream, { asOf: endOfTime, knownAt })),
      E.bimap(storage, (cut): ReadonlyArray<Held> => {
        const account = O.toUndefined(accountStateOf(id, cut));
        if (account !== undefined) return [{ stream, account }];
        const token = O.toUndefined(tokenStateOf(id, cut));
        return token === undefined ? [] : [{ stream, token }];
      }),
    );
  };

const webhookIn =
  ({ views }: Readable) =>
  (stream: StreamName): E.Either<Failure, ReadonlyArray<Held>> => {
    const id = idIn(stream);
    if (!WebhookId.is(id)) return E.right([]);
    return pipe(
      views.head(),
      E.chain((knownAt: Ordinal) => views.cutOf(stream, { asOf: endOfTime, knownAt })),
      E.bimap(storage, (cut) =>
        pipe(
          webhookStateOf(id, cut),
          O.match(
            () => [],
            (webhook) => [{ stream, webhook }],
          ),
        ),
      ),
    );
  };

const idOf = (held: Held): string => {
  if ('account' in held) return held.account.id;
  return 'token' in held ? held.token.id : held.webhook.id;
};

/** For whom somebody is let in; nobody for what leads out. */
const partyOf = (held: Held): string | undefined => {
  if ('account' in held) return held.account.party;
  return 'token' in held ? held.token.party : undefined;
};

const subjectOf = (directory: Directory, held: Held): string => {
  if ('webhook' in held) return `webhook “${held.webhook.name}” to ${held.webhook.address}`;
  const { name } = namedParty(directory)(partyOf(held) ?? '');
  return 'account' in held
    ? `account “${held.account.signInName}” of ${name}`
    : `token “${held.token.name}” for ${name}`;
};

type Asked = Readonly<{ kind: string; id: string }>;

const askedIn = ({ subject = allAccess }: TrailAsked): Asked => {
  const [kind = '', ...id] = subject.split(':');
  return { kind, id: id.join(':') };
};

/** An account by its id or by what is signed in with, a token by its id or its name. */
const isCalled =
  ({ kind, id }: Asked) =>
  (held: Held): boolean => {
    if (kind === 'account' && 'account' in held)
      return [held.account.id, held.account.signInName].some((one) => one === id.toLowerCase());
    if (kind === 'webhook' && 'webhook' in held)
      return held.webhook.id === id || held.webhook.name.toLowerCase() === id.toLowerCase();
    return kind === 'token' && 'token' in held
      ? held.token.id === id || held.token.name.toLowerCase() === id.toLowerCase()
      : false;
  };

const chosen = (
  directory: Directory,
  asked: Asked,
  all: ReadonlyArray<Held>,
): E.Either<Failure, ReadonlyArray<Held>> => {
  const { kind, id } = asked;
  if (kind === allAccess) return E.right(all);
  if (kind === 'party')
    return pipe(
      partySpellings(directory, id, 'subject'),
      E.map((ids) => all.filter((held) => ids.includes(partyOf(held) ?? ''))),
    );
  const found = all.filter(isCalled(asked));
  return found.length > 0
    ? E.right(found)
    : E.left(
        missing(
          kind === 'account' ? `Nobody signs in as "${id}".` : `There is no ${kind} "${id}".`,
          'subject',
        ),
      );
};

const subjects: ReadonlySet<string> = new Set([allAccess, 'account', 'token', 'webhook', 'party']);

/** Whether a subject is about who may come in, and about no plan. */
export const isOfAccess = (subject: string | undefined): boolean => {
  const { kind } = askedIn({ subject: subject ?? '', withConfirmed: false });
  return kind !== 'party' && subjects.has(kind);
};

/**
 * The trails of accounts, tokens and webhooks, where they are asked for too: of all of them, of one, or of those of a person.
 * None where what is asked is about something else.
 */
export const accessSources =
  (deps: Readable) =>
  (asked: TrailAsked): E.Either<Failure, ReadonlyArray<TrailSource>> => {
    const { access, field } = asked;
    const about = askedIn(asked);
    if (access === undefined || !subjects.has(about.kind)) return E.right([]);
    if (field !== undefined && !accessFields.includes(field)) return E.right([]);
    return pipe(
      E.Do,
      E.bind('directory', () => loadDirectory(deps)),
      E.bind('streams', () => E.mapLeft(storage)(deps.views.listStreams('access'))),
      E.bind('all', ({ streams }) => pipe(streams, E.traverseArray(heldIn(deps)))),
      E.bind('leadingOut', () => E.mapLeft(storage)(deps.views.listStreams('webhook'))),
      E.bind('webhooks', ({ leadingOut }) => pipe(leadingOut, E.traverseArray(webhookIn(deps)))),
      E.bind('held', ({ directory, all, webhooks }) =>
        chosen(directory, about, [...all.flat(), ...webhooks.flat()]),
      ),
      E.map(({ directory, held }) =>
        held.map((one) => ({
          stream: one.stream,
          plan: null,
          subject: undefined,
          asOf: access.asOf,
          leftOut: toldByTheSubject,
          names: {
            refs: new Map(),
            documents: new Map(),
            itself: { subject: subjectOf(directory, one), ref: idOf(one) },
          },
        })),
      ),
    );
  };
