import {
  arbitraryOfSchema,
  isMembers,
  type KnownValues,
  type LooseSchema,
} from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import type { ReadOperation, ReadParameter } from './operations.ts';

/** A request as it is sent: to a path below `/api/v1`, with its query. */
export type SentRequest = Readonly<{
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | undefined;
}>;

/** What nobody means to send. */
const nastyTexts: ReadonlyArray<string> = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '../../etc/passwd',
  '%00',
  "'; DROP TABLE events; --",
  '<script>alert(1)</script>',
  '=1+1',
  '\u{1f4a5}'.repeat(45),
  'x'.repeat(200_000),
  'null',
  '-1',
  '9007199254740993',
  '2026-02-30',
  '__proto__',
  'constructor',
  'action:',
  'plan:harbour',
];

const nastyValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [[[]]],
    { __proto__: null, toString: 1 },
    'half\ud800',
    ...nastyTexts,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

type Values = (schema: LooseSchema) => fc.Arbitrary<unknown>;

const rarely = <A>(usual: fc.Arbitrary<A>, rare: fc.Arbitrary<A>, one: number): fc.Arbitrary<A> =>
  fc.oneof({ weight: one - 1, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** What a parameter may stand for: what is known by its name, else what its schema accepts; now and then neither. */
const textOf = (
  values: Values,
  known: KnownValues,
  { name, schema }: ReadParameter,
): fc.Arbitrary<string> => {
  const named = known[name] ?? [];
  const usual = named.length === 0 ? values(schema) : fc.constantFrom(...named);
  return rarely(
    usual.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))),
    fc.constantFrom(...nastyTexts.map((text) => text.slice(0, 2000))),
    15,
  );
};

/** Some of the parameters of a kind; those that are needed are there. */
const parametersOf = (
  values: Values,
  known: KnownValues,
  parameters: ReadonlyArray<ReadParameter>,
): fc.Arbitrary<Readonly<Record<string, string>>> =>
  fc
    .tuple(
      ...parameters.map((parameter) =>
        fc.tuple(
          rarely(fc.constant(parameter.required), fc.constant(true), 4),
          textOf(values, known, parameter),
        ),
      ),
    )
    .map((given) =>
      Object.fromEntries(
        parameters.flatMap(({ name }, place) => {
          const [isGiven, text] = given[place] ?? [false, ''];
          return isGiven ? [[name, text]] : [];
        }),
      ),
    );

const ofKind = ({ parameters }: ReadOperation, kind: string): ReadonlyArray<ReadParameter> =>
  parameters.filter((parameter) => parameter.in === kind);

/** A segment of an address: what cannot stand in one is written as it would have to be; an empty one is none at all. */
const segment = (text: string): string =>
  encodeURIComponent(text === '' ? ' ' : text.toWellFormed()).replace(/^\.{1,2}$/u, '%2E');

/** A member of an object replaced, added or left out. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (!isMembers(value)) return nastyValues;
  const names = Object.keys(value);
  const added = fc
    .tuple(fc.constantFrom(...names, 'efectiveOn', 'basedOn', 'why'), nastyValues)
    .map(([name, nasty]): unknown => ({ ...value, [name]: nasty }));
  const without = fc
    .constantFrom(...names, 'why')
    .map((gone): unknown =>
      Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone)),
    );
  return fc.oneof(added, added, without, nastyValues);
};

const headersOf: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    'idempotency-key': fc.constantFrom('key-1', 'key-2', 'key-3', 'x'.repeat(300), 'ü'),
    'if-match': fc.constantFrom(
      '*',
      '"1-0123456789abcdef"',
      '"999999-0123456789abcdef"',
      'nothing',
      '""',
    ),
    'if-none-match': fc.constantFrom('*', '"1-0123456789abcdef"', 'W/"x"'),
    accept: fc.constantFrom('text/csv', 'application/json', '*/*', 'text/csv;q=0.9, */*;q=x'),
  },
  { requiredKeys: [] },
);

const asText = (body: unknown): string => JSON.stringify(body) ?? '';

const brokenJson = fc.constantFrom(
  '',
  '{',
  '{"a":',
  '[1,]',
  'nonsense',
  '[]',
  'null',
  '"text"',
  '['.repeat(20_000),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '{"__proto__":{"polluted":true}}',
);

type Carried = Readonly<{ body: string | undefined; type: string | undefined }>;

const bodyOf = (values: Values, { bodies, method }: ReadOperation): fc.Arbitrary<Carried> => {
  const schema = bodies.get('application/json');
  if (schema === undefined) {
    const some = rarely<string | undefined>(
      fc.constant(undefined),
      fc.constant('{}'),
      method === 'GET' ? 1_000_000 : 10,
    );
    return some.map((body) => ({
      body,
      type: body === undefined ? undefined : 'application/json',
    }));
  }
  const asked = values(schema);
  const usual = fc.oneof(
    { weight: 5, arbitrary: asked },
    { weight: 1, arbitrary: asked.chain(spoilt) },
  );
  const types = rarely(
    fc.constant('application/json'),
    fc.constantFrom(
      'application/json; charset=utf-8',
      'application/problem+json',
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=klingon',
      'nonsense',
    ),
    20,
  );
  return fc
    .tuple(rarely(usual.map(asText), brokenJson, 20), types)
    .map(([body, type]) => ({ body, type }));
};

const pathFrom = (
  { path }: ReadOperation,
  names: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string => {
  const filled = path.replace(/\{(\w+)\}/gu, (_, name: string) => segment(names[name] ?? 'x'));
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, text]): [string, string] => [name, text.toWellFormed()]),
  ).toString();
  return asked === '' ? filled : `${filled}?${asked}`;
};

/**
 * Requests for an operation, made up from what the document says of it: most of them could be meant, some are broken.
 * @param known what there is to be named, by the names of the document's schemas
 */
export const arbitraryRequest = (
  document: unknown,
  operation: ReadOperation,
  known: KnownValues,
): fc.Arbitrary<SentRequest> => {
  const values = arbitraryOfSchema(document, known);
  const misspelt = fc.constantFrom<Readonly<Record<string, string>>>(
    { asof: '2026-01-01' },
    { '': '' },
    { format: 'xml' },
  );
  return fc
    .record({
      names: parametersOf(values, known, ofKind(operation, 'path')),
      query: rarely(parametersOf(values, known, ofKind(operation, 'query')), misspelt, 20),
      headers: rarely(fc.constant<Readonly<Record<string, string>>>({}), headersOf, 4),
      carried: bodyOf(values, operation),
    })
    .map(({ names, query, headers, carried: { body, type } }) => ({
      path: pathFrom(operation, names, query),
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      body,
    }));
};
