import { type Question, readQuestion } from '@trackrecord/application';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { Fields } from '../http/exchange.ts';
import { type Params, queryParameter } from './params.ts';
import { schemaRef } from './schema/json-schema.ts';

const when = {
  anyOf: [
    { ...schemaRef('Ordinal'), description: 'An ordinal: the exact form.' },
    { ...schemaRef('LocalDate'), description: 'The end of that day.' },
    { type: 'string', format: 'date-time', description: 'An instant with its offset.' },
  ],
};

export const asOfParameter = queryParameter({
  name: 'asOf',
  description: 'Facts that were true by this date; today where it is left out.',
  schema: schemaRef('LocalDate'),
});

export const knownAtParameter = queryParameter({
  name: 'knownAt',
  description:
    'Facts that were recorded by then: an ordinal, a date (its end), or an instant; now where it is left out.',
  schema: when,
});

export const asInParameter = queryParameter({
  name: 'asIn',
  description:
    'What an imported document and those before it said: its file name, its SHA-256, or the first 6 or more of its digits.',
  schema: { type: 'string' },
});

type Clocks = Readonly<{ question: Question }>;

const readClocks = (query: Fields, asIn: string | undefined) =>
  pipe(
    readQuestion({ asOf: query.one('asOf'), knownAt: query.one('knownAt'), asIn }),
    E.bimap(
      ({ field, message }) => [{ parameter: field, detail: `${field}: ${message}` }],
      (question) => ({ question }),
    ),
  );

/** The two clocks of a question, and a document whose readers' view is asked for. */
export const clockParams: Params<Clocks> = {
  documented: [asOfParameter, knownAtParameter, asInParameter],
  read: (query) => readClocks(query, query.one('asIn')),
};

/** The two clocks alone, for questions about several plans: documents are of one. */
export const twoClocks: Params<Clocks> = {
  documented: [asOfParameter, knownAtParameter],
  read: (query) => readClocks(query, undefined),
};

/** One end of a comparison: a date, and how far the log is to be known for it. */
export const endParams = <Name extends 'from' | 'to'>(
  name: Name,
  as: (question: Question) => Readonly<Record<Name, Question>>,
): Params<Readonly<Record<Name, Question>>> => {
  const knownAt = `${name}KnownAt`;
  return {
    documented: [
      queryParameter({
        name,
        description: name === 'from' ? 'The first date.' : 'The second date.',
        schema: schemaRef('LocalDate'),
        required: true,
      }),
      queryParameter({
        name: knownAt,
        description: `The date "${name}" as known then; now where it is left out.`,
        schema: when,
      }),
    ],
    read: (query) => {
      const date = query.one(name);
      if (date === undefined)
        return E.left([
          {
            parameter: name,
            detail: `${name} is needed: accepted is a date that exists, YYYY-MM-DD, such as 2026-03-31.`,
          },
        ]);
      return pipe(
        readQuestion({ asOf: date, knownAt: query.one(knownAt) }),
        E.bimap(({ field, message }) => {
          const parameter = field === 'asOf' ? name : knownAt;
          return [{ parameter, detail: `${parameter}: ${message}` }];
        }, as),
      );
    },
  };
};
