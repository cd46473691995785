import * as E from 'fp-ts/lib/Either.js';
import type * as t from 'io-ts';
import type { Exchange, Fields } from '../http/exchange.ts';
import { type ApiProblem, type Fault, mistaken } from './api-problem.ts';
import type { ParameterFault } from './params.ts';
import { mistakesIn } from './schema/mistakes-in.ts';
import { propertiesOf } from './schema/schema-of.ts';

/** Reads what a request asks. */
export type ReadBody<A> = (exchange: Exchange) => E.Either<ApiProblem, A>;

const notJson = (type: string): ApiProblem => ({
  _tag: 'ApiProblem',
  status: 415,
  type: 'not-a-kind-that-is-taken',
  title: 'Not a kind that is taken',
  detail: `"${type.slice(0, 80)}" is not taken here; accepted is JSON, as "Content-Type: application/json".`,
});

const isJsonType = (type: string): boolean =>
  /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/iu.test(type);

/** What stands in the query of a request that says everything in its body is not heard: better it is told. */
const unheard = ({ query }: Exchange): ReadonlyArray<ParameterFault> =>
  query.names().map((parameter) => ({
    parameter,
    detail: `"${parameter.slice(0, 80)}" is not known in the address of this request; it says everything in its body.`,
  }));

/** The JSON that a request carries, checked member by member; a request without a body says nothing. */
export const readJson =
  <A>(codec: t.Type<A, unknown, unknown>): ReadBody<A> =>
  (exchange) => {
    const type = exchange.header('content-type');
    if (type !== undefined && !isJsonType(type)) return E.left(notJson(type));
    const faults = unheard(exchange);
    return faults.length > 0 ? E.left(mistaken(faults)) : checked(codec, exchange.body ?? {});
  };

const checked = <A>(
  codec: t.Type<A, unknown, unknown>,
  value: unknown,
): E.Either<ApiProblem, A> => {
  const mistakes = mistakesIn(codec, value);
  if (mistakes.length > 0) return E.left(mistaken(mistakes));
  return E.mapLeft(() => mistaken([{ pointer: '', detail: 'The body is not accepted.' }]))(
    codec.decode(value),
  );
};

const jsonIn = (text: string): unknown => {
  try {
    const value: unknown = text.startsWith('{') ? JSON.parse(text) : text;
    return value;
  } catch {
    return text;
  }
};

/** A text of a query as what it may stand for: a member of a command may be text, a number, yes and no, an object. */
const meantBy = (codec: t.Mixed, text: string): unknown => {
  const readings: ReadonlyArray<unknown> = [
    text,
    text === 'true' || (text === 'false' ? false : text),
    /^-?\d{1,15}(\.\d{1,15})?$/u.test(text) ? Number(text) : text,
    jsonIn(text),
  ];
  return readings.find((reading) => codec.decode(reading)._tag === 'Right') ?? text;
};

/** The members that the query of a request says. */
const membersIn = (codec: t.Mixed, query: Fields): Readonly<Record<string, unknown>> => {
  const properties = new Map((propertiesOf(codec) ?? []).map((one) => [one.name, one.codec]));
  return Object.fromEntries(
    query.names().flatMap((name) => {
      const text = query.one(name);
      const property = properties.get(name);
      if (property === undefined) return [[name, text ?? '']];
      return text === undefined ? [] : [[name, meantBy(property, text)]];
    }),
  );
};

const givenTwice = (query: Fields): ReadonlyArray<ParameterFault> =>
  query
    .names()
    .filter((name) => query.all(name).length > 1)
    .map((parameter) => ({
      parameter,
      detail: `${parameter} was given more than once; accepted is one value.`,
    }));

/** Whether a body says anything: what is not heard is better told than passed over. */
const saysSomething = (body: unknown): boolean =>
  body !== undefined &&
  body !== '' &&
  !(typeof body === 'object' && body !== null && Object.keys(body).length === 0);

const bodyUnheard: Fault = {
  pointer: '',
  detail:
    'This request says everything in its address (?effectiveOn=2026-03-31&why=…); its body is not heard: leave it out.',
};

/** What a request without a body says in its query instead. */
export const readQueryAs =
  <A>(codec: t.Type<A, unknown, unknown>): ReadBody<A> =>
  ({ query, body }) => {
    if (saysSomething(body)) return E.left(mistaken([bodyUnheard]));
    const twice = givenTwice(query);
    if (twice.length > 0) return E.left(mistaken(twice));
    const members = membersIn(codec, query);
    const mistakes = mistakesIn(codec, members);
    return mistakes.length === 0
      ? checked(codec, members)
      : E.left(
          mistaken(
            mistakes.map(({ pointer, detail }) => ({ parameter: pointer.slice(1), detail })),
          ),
        );
  };

/**
 * What a request says of a text that it carries: the text as it is (`text/plain`), with everything else in the query,
 * a file as it is, likewise, or all of it as JSON.
 * @param member the member that the text is
 */
export const readTextOrJson =
  <A>(codec: t.Type<A, unknown, unknown>, member: string): ReadBody<A> =>
  ({ query, body, header }) => {
    const type = header('content-type') ?? '';
    const isFile = body instanceof Uint8Array;
    const isText = /^text\/plain\s*(?:;|$)/iu.test(type);
    if (!isText && !isFile && type !== '' && !isJsonType(type)) return E.left(notJson(type));
    const twice = givenTwice(query);
    if (twice.length > 0) return E.left(mistaken(twice));
    const members = membersIn(codec, query);
    const text = { [member]: typeof body === 'string' ? body : '' };
    const sent: unknown = isFile ? {} : isText ? text : (body ?? {});
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent)
      ? checked(codec, { ...members, ...sent })
      : checked(codec, sent);
  };
