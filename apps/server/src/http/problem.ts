import { describeFailure, type Failure, fieldOfFailure } from '@trackrecord/application';
import { statusOf } from './status-of.ts';

/** Where in a request something is wrong: in the body (a JSON pointer), or in a parameter beside it. */
export type Place = Readonly<{ pointer: string }> | Readonly<{ parameter: string }>;

/** Says where in a request a field stands that commands call so; `undefined` where it stands nowhere in it. */
export type Locate = (field: string) => Place | undefined;

/** A problem as RFC 9457 writes it, with members of our own: `errors`, for a conflict `changed`, for a date before something began `firstOn`. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The request that it came of, to be quoted to whoever keeps the server. */
  instance: string;
  errors?: ReadonlyArray<Place & Readonly<{ detail: string }>>;
  [member: string]: unknown;
}>;

const titles: Readonly<Record<Failure['_tag'], string>> = {
  Refused: 'A rule of the plan stands in the way',
  Invalid: 'What was sent is not what is accepted',
  Unreadable: 'The file cannot be taken',
  NotAuthorised: 'Not allowed',
  Missing: 'Not found',
  Conflict: 'Somebody else changed it meanwhile',
  NotYet: 'Not here yet',
  Busy: 'Too much at once',
  Storage: 'The log cannot be read or written',
};

/** What went wrong inside is for whoever keeps the server, not for whoever asked. */
const detailOf = (failure: Failure): string =>
  failure._tag === 'Storage' && failure.error._tag === 'Corrupt'
    ? 'The log is damaged. Tell whoever keeps this server.'
    : describeFailure(failure);

/** What an answer says beside the problem: when to ask again. */
export const headersOf = (failure: Failure): Readonly<Record<string, string>> =>
  failure._tag === 'Busy' ? { 'retry-after': String(failure.retryAfter_s) } : {};

const slug = (tag: string): string => tag.replace(/\B[A-Z]/gu, '-$&').toLowerCase();

/** What requests call a field where they do not call it as commands do; a thing may stand under an item of any kind. */
const otherNames: Readonly<Record<string, ReadonlyArray<string>>> = {
  action: ['ref', 'renumbered', 'actions', 'item', 'under'],
  priority: ['item', 'under'],
  theme: ['item', 'under'],
  enabler: ['item', 'under'],
  results: ['result', 'item', 'under'],
  target: ['item', 'under'],
  dataNeed: ['item'],
  indicator: ['item'],
  item: ['under'],
  requests: ['request'],
  owner: ['party'],
  into: ['by'],
  events: ['ordinals'],
  timescale: ['period'],
  plan: ['roles'],
};

const placeOf = (field: string, locate: Locate): Place | undefined =>
  [field, ...(otherNames[field] ?? [])].map(locate).find((place) => place !== undefined);

/**
 * The problem that a failure is.
 * @param request its id
 * @param locate where the fields of what was asked stand in the request; nowhere where it was not read
 */
export const problemOf = (
  failure: Failure,
  request: string,
  locate: Locate = () => undefined,
): Problem => {
  const detail = detailOf(failure);
  const field = fieldOfFailure(failure);
  const place = field === undefined ? undefined : placeOf(field, locate);
  return {
    type: `/api/problems#${slug(failure._tag)}`,
    title: titles[failure._tag],
    status: statusOf(failure),
    detail,
    instance: `urn:request:${request}`,
    ...(place === undefined ? {} : { errors: [{ ...place, detail }] }),
    ...(failure._tag === 'Conflict' && failure.changed !== undefined
      ? { changed: failure.changed }
      : {}),
    ...(failure._tag === 'Missing' && failure.firstOn !== undefined
      ? { firstOn: failure.firstOn }
      : {}),
  };
};
