import type { StorageError } from '@trackrecord/application/ports';
import type { Failure } from './failure.ts';
import type { GivenUp } from './persist.ts';

type Unavailable = Extract<StorageError, { _tag: 'Unavailable' }>;

/** `cannot <doing>: <why>`. */
export const cannot = (doing: string, { message }: Failure): Unavailable => ({
  _tag: 'Unavailable',
  message: `cannot ${doing}: ${message}`,
});

/**
 * What a person is told when patience has ended.
 * @param afterwards how things stand now
 */
export const givenUp = (
  doing: string,
  { failure, tries }: GivenUp,
  afterwards?: string,
): Unavailable => {
  const often = tries > 1 ? ` (tried ${tries} times)` : '';
  const end = afterwards === undefined ? '' : `; ${afterwards}`;
  return cannot(doing, { ...failure, message: `${failure.message}${often}${end}` });
};
