import type { Failure } from '@trackrecord/application';
import type { Exchange } from '../http/exchange.ts';
import { type Locate, type Place, headersOf, problemOf } from '../http/problem.ts';
import type { Reply } from '../http/reply.ts';
import { statusOf } from '../http/status-of.ts';

/** What is wrong there, and what would be accepted. */
export type Fault = Place & Readonly<{ detail: string }>;

/** What the API alone comes to, besides the failures that everything can come to. */
export type ApiProblem = Readonly<{
  _tag: 'ApiProblem';
  status: number;
  /** Its place on the page of problems. */
  type: string;
  title: string;
  detail: string;
  errors?: ReadonlyArray<Fault>;
}>;

/** What stands in the way of an answer. */
export type Hindrance = Failure | ApiProblem;

/** A list of thousands of mistakes helps nobody. */
const mostTold = 20;

/** What was sent is not what is accepted: all of it at once. */
export const mistaken = (faults: ReadonlyArray<Fault>): ApiProblem => ({
  _tag: 'ApiProblem',
  status: 400,
  type: 'invalid',
  title: 'What was sent is not what is accepted',
  detail: faults
    .slice(0, mostTold)
    .map(({ detail }) => detail)
    .join(' '),
  errors: faults.slice(0, mostTold),
});

const sent = (
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  _tag: 'Json',
  status,
  value,
  type: 'application/problem+json',
  headers: { 'cache-control': 'no-store', ...headers },
});

const failed = (failure: Failure, { id }: Exchange, locate: Locate): Reply => {
  const problem = problemOf(failure, id, locate);
  return sent(problem.status, problem, headersOf(failure));
};

/** Whether it is for the server's own filter to tell, which also writes it down. */
const isDefect = (hindrance: Hindrance): hindrance is Failure =>
  hindrance._tag !== 'ApiProblem' && statusOf(hindrance) === 500;

/** A hindrance as problem details (RFC 9457), with where in the request it lies; a defect is nobody's to read here. */
export const problemReply = (
  hindrance: Hindrance,
  exchange: Exchange,
  locate: Locate,
): Failure | Reply => {
  if (isDefect(hindrance)) return hindrance;
  if (hindrance._tag !== 'ApiProblem') return failed(hindrance, exchange, locate);
  const { _tag, type, ...problem } = hindrance;
  return sent(problem.status, {
    type: `/api/problems#${type}`,
    ...problem,
    instance: `urn:request:${exchange.id}`,
  });
};

/** The name in a path that a failure's field stands for. */
export const inPath =
  (names: ReadonlyArray<string>): Locate =>
  (name) =>
    names.includes(name) ? { parameter: name } : undefined;
