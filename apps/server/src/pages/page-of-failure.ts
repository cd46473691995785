import { describeFailure, type Failure } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { type Problem as ProblemPage, type ProblemStatus, ukDate } from '@trackrecord/pages';
import type { Exchange } from '../http/exchange.ts';
import { problemOf } from '../http/problem.ts';

const shown: ReadonlyArray<ProblemStatus> = [400, 403, 404, 409, 413, 415, 422, 429, 500, 503];

/** A status as problem pages know it; one of the asker's making is 400, one of ours 500. */
export const shownStatus = (status: number): ProblemStatus =>
  shown.find((one) => one === status) ?? (status < 500 ? 400 : 500);

/** A date on which something was not there yet: since when it is, and both dates on which it can be looked at. */
const beforeItBegan = (firstOn: LocalDate, path: string): Omit<ProblemPage, 'status'> => ({
  heading: 'It had not begun on that date',
  message: `It begins on ${ukDate(firstOn)}: there is nothing to see of it on an earlier date.`,
  ways: [
    {
      text: `Look at it as of ${ukDate(firstOn)}, when it begins`,
      href: `${path}?asOf=${firstOn}`,
    },
    { text: 'Look at it today', href: path },
  ],
});

/** A failure as a page: what happened, in the words that programs get too, and a way back. */
export const pageOfFailure = (
  failure: Failure,
  {
    id,
    params,
    path,
    query,
  }: Pick<Exchange, 'id' | 'params' | 'path'> & Partial<Pick<Exchange, 'query'>>,
): ProblemPage => {
  const { status, detail } = problemOf(failure, id);
  // Nothing leads back to a plan that is not there, unless it is there at other times.
  const isPlanGone =
    failure._tag === 'Missing' &&
    failure.field === 'plan' &&
    ['asOf', 'knownAt'].every((date) => query?.one(date) === undefined);
  const plan = isPlanGone ? undefined : params['plan'];
  const firstOn = failure._tag === 'Missing' ? failure.firstOn : undefined;
  const told =
    firstOn === undefined
      ? { message: status >= 500 ? detail : describeFailure(failure), ways: [] }
      : beforeItBegan(firstOn, path);
  return {
    ...told,
    status: shownStatus(status),
    requestId: id,
    ways: [
      ...(told.ways ?? []),
      ...(plan === undefined || path === `/plans/${plan}`
        ? []
        : [{ text: 'Back to the plan', href: `/plans/${encodeURIComponent(plan)}` }]),
    ],
  };
};
