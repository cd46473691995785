import type { Json } from '@trackrecord/kernel';

/** A JSON Schema (2020-12), as far as the API's own ones go. */
export type JsonSchema = Readonly<{
  $ref?: string;
  type?: string | ReadonlyArray<string>;
  title?: string;
  description?: string;
  examples?: ReadonlyArray<Json>;
  default?: Json;
  format?: string;
  contentMediaType?: string;
  contentSchema?: JsonSchema;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  const?: Json;
  enum?: ReadonlyArray<Json>;
  anyOf?: ReadonlyArray<JsonSchema>;
  allOf?: ReadonlyArray<JsonSchema>;
  items?: JsonSchema;
  minItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: ReadonlyArray<string>;
  additionalProperties?: JsonSchema | boolean;
}>;

/** A schema that stands among the document's components. */
export const schemaRef = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
