import { describeFailure, type Failure } from '@trackrecord/application';
import type { ProblemPage } from '@trackrecord/pages';
import type { Exchange } from '../http/exchange.ts';
import { problemOf } from '../http/problem.ts';

/** A failure as a page: what happened, in the words that programs get too, and a way back. */
export const pageOfFailure = (failure: Failure, { id, params, path }: Exchange): ProblemPage => {
  const { status, title, detail } = problemOf(failure, id);
  const plan = params['plan'];
  const firstOn = failure._tag === 'Missing' ? failure.firstOn : undefined;
  return {
    status,
    title,
    detail: status >= 500 ? detail : describeFailure(failure),
    requestId: id,
    ...(firstOn !== undefined
      ? { back: { text: `Look at it as of ${firstOn}`, href: `${path}?asOf=${firstOn}` } }
      : plan === undefined || path === `/plans/${plan}`
        ? {}
        : { back: { text: 'Back to the plan', href: `/plans/${encodeURIComponent(plan)}` } }),
  };
};
