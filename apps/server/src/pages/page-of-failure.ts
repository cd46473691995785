import { describeFailure, type Failure } from '@trackrecord/application';
import type { Problem as ProblemPage, ProblemStatus } from '@trackrecord/pages';
import type { Exchange } from '../http/exchange.ts';
import { problemOf } from '../http/problem.ts';

const shown: ReadonlyArray<ProblemStatus> = [400, 403, 404, 409, 413, 415, 422, 429, 500, 503];

/** A status as problem pages know it; one of the asker's making is 400, one of ours 500. */
export const shownStatus = (status: number): ProblemStatus =>
  shown.find((one) => one === status) ?? (status < 500 ? 400 : 500);

/** A failure as a page: what happened, in the words that programs get too, and a way back. */
export const pageOfFailure = (failure: Failure, { id, params, path }: Exchange): ProblemPage => {
  const { status, detail } = problemOf(failure, id);
  const plan = params['plan'];
  const firstOn = failure._tag === 'Missing' ? failure.firstOn : undefined;
  return {
    status: shownStatus(status),
    message: status >= 500 ? detail : describeFailure(failure),
    requestId: id,
    ways: [
      ...(firstOn === undefined
        ? []
        : [
            {
              text: `Look at it as of ${firstOn}, when it begins`,
              href: `${path}?asOf=${firstOn}`,
            },
          ]),
      ...(plan === undefined || path === `/plans/${plan}`
        ? []
        : [{ text: 'Back to the plan', href: `/plans/${encodeURIComponent(plan)}` }]),
    ],
  };
};
