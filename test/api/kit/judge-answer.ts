import { type LooseSchema, lookUpIn, violationsOf } from '@trackrecord/test-kit';
import type { ReadOperation } from './operations.ts';
import type { Answered } from './served-api.ts';

const typeOf = ({ headers }: Answered): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';

const problemType = 'application/problem+json';

const ofProblem = (document: unknown, answered: Answered): ReadonlyArray<string> => {
  const schema = lookUpIn(document)('#/components/schemas/Problem');
  return [
    ...(typeOf(answered) === problemType ? [] : [`a problem came as ${typeOf(answered)}`]),
    ...violationsOf(document, true)(schema, answered.json),
    ...violationsOf(document)(
      { type: 'object', properties: { status: { const: answered.status } } },
      answered.json,
    ),
  ];
};

const ofContent = (
  document: unknown,
  schemas: ReadonlyMap<string, LooseSchema>,
  answered: Answered,
): ReadonlyArray<string> => {
  const type = typeOf(answered);
  if (schemas.size === 0) return answered.text === '' ? [] : ['there should be nothing in it'];
  const schema = schemas.get(type);
  if (schema === undefined) return [`nothing is said of ${type}`];
  return violationsOf(document, true)(
    schema,
    type === 'application/json' ? answered.json : answered.text,
  );
};

/** What is wrong with an answer, held against what the document says of its operation; nothing where all is well. */
export const wrongWith = (
  document: unknown,
  { answers }: ReadOperation,
  answered: Answered,
): ReadonlyArray<string> => {
  const { status } = answered;
  const said = answers.get(String(status));
  if (status >= 500 && status !== 503) return [`it was answered with ${status}: ${answered.text}`];
  if (said === undefined) return [`nothing is said of ${status}: ${answered.text.slice(0, 500)}`];
  return status >= 400 ? ofProblem(document, answered) : ofContent(document, said, answered);
};
