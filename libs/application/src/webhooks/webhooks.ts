import {
  decideWebhook,
  NewsKind,
  type PlanId,
  Ref,
  RegisterWebhook,
  RemoveWebhook,
  RenewWebhookSecret,
  type WebhookAddress,
  WebhookId,
  WebhookName,
  type WebhookOrder,
} from '@trackrecord/domain';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { existingPlanOrAll } from '../access/change-access.ts';
import { accessDate } from '../access/load-access.ts';
import { carryOut, type Done } from '../carrying-out/carry-out.ts';
import { circumstancesOf, type Said } from '../carrying-out/circumstances.ts';
import { type Failure, invalid } from '../failure.ts';
import { streamOf } from '../streams.ts';
import type { Writable } from '../trackrecord.ts';
import { readWebhookAddress } from './webhook-address.ts';

/** A webhook to be, as somebody typed it. */
export type NewWebhook = Readonly<{
  name: string;
  address: string;
  kinds: ReadonlyArray<string>;
  plan: PlanId | undefined;
  /** Whether the words that people write are sent along: notes, reasons, the words of a request. */
  withText: boolean;
}>;

/** Whether an address may be called, as its name is looked up now. */
export type MayCall = (address: WebhookAddress) => TE.TaskEither<Failure, unknown>;

const changeWebhook = (
  deps: Writable,
  id: WebhookId,
  order: WebhookOrder,
  said: Said,
): TE.TaskEither<Failure, Done> =>
  carryOut(deps)({
    stream: streamOf('webhook', id),
    decide: decideWebhook,
    circumstances: circumstancesOf(deps, said),
    steps: () => E.right([{ order }]),
  });

const parsedName = (name: string): E.Either<Failure, WebhookName> =>
  WebhookName.is(name)
    ? E.right(name)
    : E.left(
        invalid(
          `"${name}" is no name for a webhook; accepted are 1 to 80 characters on one line, such as "Case system".`,
          'name',
        ),
      );

const accepted = Object.keys(NewsKind.keys).join(', ');

const parsedKinds = (kinds: ReadonlyArray<string>): E.Either<Failure, ReadonlyArray<NewsKind>> => {
  const unknown = kinds.find((kind) => !NewsKind.is(kind));
  if (unknown !== undefined)
    return E.left(invalid(`"${unknown}" is no kind of news; accepted are ${accepted}.`, 'kinds'));
  return kinds.length === 0
    ? E.left(invalid(`Say which news is to be sent; accepted are ${accepted}.`, 'kinds'))
    : E.right(kinds.filter(NewsKind.is));
};

/** An id, or a mark, of its own; the accesses' ids are made of the same. */
const made =
  <A>(is: (text: unknown) => text is A) =>
  ({ ids }: Writable, prefix: string): A => {
    const id: unknown = `${prefix}${ids.accessId().slice(1)}`;
    if (is(id)) return id;
    throw new Error(`${String(id)} is no id`);
  };

const newWebhookId = made(WebhookId.is);
const newMark = made(Ref.is);

/** Has news sent to an address; the secret that it is signed with stays with whoever asked. */
export const registerWebhook =
  (deps: Writable, mayCall: MayCall) =>
  (
    { name, address, kinds, plan, withText }: NewWebhook,
    said: Said,
  ): TE.TaskEither<Failure, Done & Readonly<{ webhook: WebhookId }>> =>
    pipe(
      E.Do,
      E.bind('name', () => parsedName(name.trim())),
      E.bind('address', () => readWebhookAddress(address)),
      E.bind('kinds', () => parsedKinds(kinds)),
      TE.fromEither,
      TE.chainFirst(() => existingPlanOrAll(deps, plan, 'send news of')),
      TE.chainFirst((read) => mayCall(read.address)),
      TE.chain((read) => {
        const webhook = newWebhookId(deps, 'w');
        const news = { kinds: read.kinds, withText, ...(plan === undefined ? {} : { plan }) };
        const order = RegisterWebhook.of({ name: read.name, address: read.address, news });
        return pipe(
          changeWebhook(deps, webhook, order, said),
          TE.map((done) => ({ ...done, webhook })),
        );
      }),
    );

/** The secret that counts is the last one: a renewal that were true since an earlier day would not be that. */
const fromToday = (deps: Writable, { effectiveOn }: Said): E.Either<Failure, null> =>
  effectiveOn === accessDate(deps)
    ? E.right(null)
    : E.left(invalid('A new secret counts from today on: leave the date out.', 'effectiveOn'));

/** Records that a webhook has another secret; gives the mark that this one has from now on. */
export const renewWebhookSecret =
  (deps: Writable) =>
  (webhook: WebhookId, said: Said): TE.TaskEither<Failure, Done & Readonly<{ mark: string }>> => {
    const mark = newMark(deps, 's');
    return pipe(
      TE.fromEither(fromToday(deps, said)),
      TE.chain(() => changeWebhook(deps, webhook, RenewWebhookSecret.of({ secret: mark }), said)),
      TE.map((done) => ({ ...done, mark })),
    );
  };

/** Removes a webhook for good. */
export const removeWebhook =
  (deps: Writable) =>
  (webhook: WebhookId, said: Said): TE.TaskEither<Failure, Done> =>
    changeWebhook(deps, webhook, RemoveWebhook.of({}), said);
