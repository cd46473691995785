import { isDictionary, isKeyof, isList, isLiteral, isUnion, isWrapper } from '@trackrecord/kernel';
import type * as t from 'io-ts';
import { namedSchemas } from './named-schemas.ts';
import { propertiesOf } from './schema-of.ts';

const plain: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
};

const either = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;

/** What a codec accepts, in words for whoever sent something else. */
export const wordsOf = (codec: t.Mixed): string => {
  const named = namedSchemas[codec.name];
  if (named !== undefined) return named.words;
  if (isWrapper(codec)) return wordsOf(codec.type);
  if (isLiteral(codec)) return JSON.stringify(codec.value);
  if (isKeyof(codec)) return either(Object.keys(codec.keys).map((key) => JSON.stringify(key)));
  if (isUnion(codec)) return either(codec.types.map(wordsOf));
  if (isList(codec)) return `a list, each of it ${wordsOf(codec.type)}`;
  if (isDictionary(codec)) return `an object, each member of it ${wordsOf(codec.codomain)}`;
  const properties = propertiesOf(codec);
  if (properties !== undefined)
    return properties.length === 0
      ? 'an object'
      : `an object with ${either(properties.map(({ name }) => name)).replace(/ or (?=[^ ]*$)/u, ' and ')}`;
  return plain[codec.name] ?? codec.name;
};
