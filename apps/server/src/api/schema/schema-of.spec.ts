import {
  accessCommands,
  indicatorCommands,
  partnershipCommands,
  partyCommands,
  planCommands,
  Timescale,
} from '@trackrecord/domain';
import { JsonNumber, LocalDate, Ordinal } from '@trackrecord/kernel';
import {
  anyLeaves,
  arbitraryOf,
  arbitraryOfSchema,
  isMembers,
  type LooseSchema,
  violationsOf,
} from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from './json-schema.ts';
import { namedSchemas } from './named-schemas.ts';
import { componentOf, componentsIn, type Purpose, schemaOf } from './schema-of.ts';

const documentOf = (codec: t.Mixed, purpose: Purpose) => ({
  components: {
    schemas: Object.fromEntries(
      componentsIn(codec, purpose).map((one) => [one.name, componentOf(one)]),
    ),
  },
});

const loose = (schema: JsonSchema): LooseSchema => {
  const read: unknown = JSON.parse(JSON.stringify(schema));
  return isMembers(read) ? read : {};
};

const commands = Object.values({
  ...planCommands,
  ...partyCommands,
  ...indicatorCommands,
  ...partnershipCommands,
  ...accessCommands,
});

const novel = new t.Type<string, string, unknown>(
  'Novel',
  (value): value is string => typeof value === 'string',
  (value, context) => t.string.validate(value, context),
  (value) => value,
);

const brands = [...anyLeaves.keys()].filter(({ name }) => name in namedSchemas);

describe('a schema of a codec', () => {
  it('given members that must and may be there, then they stand in one object that says so', () => {
    const codec = t.intersection([
      t.type({ on: LocalDate, tags: t.readonlyArray(t.string) }),
      t.partial({ value: t.union([JsonNumber, t.null]), kind: t.keyof({ a: null, b: null }) }),
    ]);
    expect(schemaOf(codec, 'request')).toEqual({
      type: 'object',
      properties: {
        on: { $ref: '#/components/schemas/LocalDate' },
        tags: { type: 'array', items: { type: 'string' } },
        value: { anyOf: [{ $ref: '#/components/schemas/JsonNumber' }, { type: 'null' }] },
        kind: { type: 'string', enum: ['a', 'b'] },
      },
      required: ['on', 'tags'],
      additionalProperties: false,
    });
  });

  it('given literals, dictionaries and wrappers, then they are told as what they hold', () => {
    expect(schemaOf(t.union([t.literal('met'), t.literal(true)]), 'answer')).toEqual({
      enum: ['met', true],
    });
    expect(schemaOf(t.literal(true), 'answer')).toEqual({ const: true });
    expect(schemaOf(t.record(t.string, Ordinal), 'answer')).toEqual({
      type: 'object',
      additionalProperties: { $ref: '#/components/schemas/Ordinal' },
    });
    expect(schemaOf(t.readonly(t.exact(t.type({ ok: t.boolean }))), 'answer')).toEqual({
      type: 'object',
      properties: { ok: { type: 'boolean' } },
      required: ['ok'],
    });
  });

  it('given an object with a name, then an answer refers to it, and a request has it where it stands', () => {
    const codec = t.type({ timescale: Timescale });
    expect(schemaOf(codec, 'answer')).toEqual({
      type: 'object',
      properties: { timescale: { $ref: '#/components/schemas/Timescale' } },
      required: ['timescale'],
    });
    expect(schemaOf(codec, 'request').properties?.['timescale']).toMatchObject({
      type: 'object',
      required: ['asWritten'],
      additionalProperties: false,
    });
    expect(componentsIn(codec, 'answer').map(({ name }) => name)).toEqual([
      'Timescale',
      'Text',
      'LocalDate',
      'LocalDate',
    ]);
  });

  it.each([t.unknown, t.any, novel])(
    'given the codec $name that nobody has described, then there is none',
    (codec: t.Mixed) => {
      expect(() => componentOf(codec)).toThrow('has no schema yet');
      expect(() => schemaOf(t.type({ one: codec }), 'request')).toThrow('has no schema yet');
    },
  );
});

describe('schemas and codecs', () => {
  it.each(brands.map((codec) => [codec.name, codec] as const))(
    'given %s, then what the schema accepts the codec does, and the other way about',
    (_name, codec) => {
      const document = documentOf(codec, 'request');
      const schema = loose(componentOf(codec));
      fc.assert(
        fc.property(arbitraryOfSchema(document)(schema), (value) => {
          expect(E.isRight(codec.decode(value))).toBe(true);
        }),
      );
      fc.assert(
        fc.property(arbitraryOf(anyLeaves)(codec), (value) => {
          expect(violationsOf(document)(schema, value)).toEqual([]);
        }),
      );
    },
  );

  it.each(commands.map(({ asks }) => [asks.type, asks.data] as const))(
    'given %s, then what the schema accepts the codec does, and the other way about',
    (_type, codec: t.Mixed) => {
      const document = documentOf(codec, 'request');
      const schema = loose(schemaOf(codec, 'request'));
      fc.assert(
        fc.property(arbitraryOfSchema(document)(schema), (value) => {
          expect(E.isRight(codec.decode(value))).toBe(true);
        }),
        { numRuns: 25 },
      );
      fc.assert(
        fc.property(arbitraryOf(anyLeaves)(codec), (value) => {
          expect(violationsOf(document)(schema, JSON.parse(JSON.stringify(value)))).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );
});
