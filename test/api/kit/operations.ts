import { isMembers, type LooseSchema, membersIn, resolvedIn } from '@trackrecord/test-kit';

/** A parameter of an operation, as the document has it. */
export type ReadParameter = Readonly<{
  name: string;
  in: string;
  required: boolean;
  schema: LooseSchema;
}>;

/** An operation, as whoever reads the document finds it. */
export type ReadOperation = Readonly<{
  operationId: string;
  method: string;
  path: string;
  parameters: ReadonlyArray<ReadParameter>;
  /** The schemas of its body, by kind of content. */
  bodies: ReadonlyMap<string, LooseSchema>;
  /** The schemas of its answers, by status and kind of content; `undefined` where nothing is said of the content. */
  answers: ReadonlyMap<string, ReadonlyMap<string, LooseSchema>>;
}>;

const listIn = (value: unknown): ReadonlyArray<LooseSchema> =>
  Array.isArray(value) ? value.filter(isMembers) : [];

const contentsIn = (holder: unknown): ReadonlyMap<string, LooseSchema> =>
  new Map(
    membersIn(isMembers(holder) ? holder['content'] : undefined).flatMap(([type, { schema }]) =>
      isMembers(schema) ? [[type, schema] as const] : [],
    ),
  );

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Every operation of a document. */
export const operationsIn = (document: unknown): ReadonlyArray<ReadOperation> => {
  const resolved = resolvedIn(document);
  if (!isMembers(document)) return [];
  return membersIn(document['paths']).flatMap(([path, item]) =>
    membersIn(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({
        operationId: String(operation['operationId']),
        method: method.toUpperCase(),
        path,
        parameters: listIn(operation['parameters'])
          .map(resolved)
          .map(({ name, in: where, required, schema }) => ({
            name: String(name),
            in: String(where),
            required: required === true,
            schema: isMembers(schema) ? schema : {},
          })),
        bodies: contentsIn(operation['requestBody']),
        answers: new Map(
          membersIn(operation['responses']).map(([status, response]) => [
            status,
            contentsIn(resolved(response)),
          ]),
        ),
      })),
  );
};
