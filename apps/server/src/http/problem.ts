import { describeFailure, type Failure } from '@trackrecord/application';
import { statusOf } from './status-of.ts';

/** A problem as RFC 9457 writes it, with its own members `code`, `errors` and, for a conflict, `changed`. */
export type Problem = Readonly<{
  type: string;
  title: string;
  status: number;
  detail: string;
  /** The request that it came of, to be quoted to whoever keeps the server. */
  instance: string;
  errors?: ReadonlyArray<Readonly<{ pointer: string; detail: string }>>;
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
  Storage: 'The log cannot be read or written',
};

/** What went wrong inside is for whoever keeps the server, not for whoever asked. */
const detailOf = (failure: Failure): string =>
  failure._tag === 'Storage' && failure.error._tag === 'Corrupt'
    ? 'The log is damaged. Tell whoever keeps this server.'
    : describeFailure(failure);

const slug = (tag: string): string => tag.replace(/\B[A-Z]/gu, '-$&').toLowerCase();

/** The problem that a failure is; `field` where it is about one, as a JSON pointer into the body that was sent. */
export const problemOf = (failure: Failure, request: string): Problem => {
  const detail = detailOf(failure);
  const field = 'field' in failure ? failure.field : undefined;
  return {
    type: `/api/problems#${slug(failure._tag)}`,
    title: titles[failure._tag],
    status: statusOf(failure),
    detail,
    instance: `urn:request:${request}`,
    ...(field === undefined ? {} : { errors: [{ pointer: `/${field}`, detail }] }),
    ...(failure._tag === 'Conflict' && failure.changed !== undefined
      ? { changed: failure.changed }
      : {}),
  };
};
