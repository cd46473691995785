import { CommandId } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as O from 'fp-ts/lib/Option.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventIdOf } from './event-id-of.ts';

const command = must(CommandId)('7d444840-9dc0-41d1-b245-5ffdce74fffe');

describe('eventIdOf', () => {
  it('given a command, then the place + 1 is added to its last four digits, round the end', () => {
    expect(eventIdOf(command, 0)).toEqual(O.some('7d444840-9dc0-41d1-b245-5ffdce74ffff'));
    expect(eventIdOf(command, 1)).toEqual(O.some('7d444840-9dc0-41d1-b245-5ffdce740000'));
    expect(eventIdOf(command, 65_534)).toEqual(O.some('7d444840-9dc0-41d1-b245-5ffdce74fffd'));
  });

  it('given a place past 65,534, then there is no id', () => {
    expect(eventIdOf(command, 65_535)).toEqual(O.none);
  });

  it('given all places of a command, then no two have one id, and none has the command’s', () => {
    const ids = Array.from({ length: 65_535 }, (_, place) =>
      O.toUndefined(eventIdOf(command, place)),
    );
    expect(new Set([...ids, command]).size).toBe(65_536);
    expect(ids).not.toContain(undefined);
  });

  it('given any command and place, then the id is always the same', () => {
    fc.assert(
      fc.property(fc.uuid().map(must(CommandId)), fc.nat({ max: 65_534 }), (id, place) => {
        expect(eventIdOf(id, place)).toEqual(eventIdOf(id, place));
        expect(O.isSome(eventIdOf(id, place))).toBe(true);
      }),
    );
  });
});
