import type { AppendError } from '@trackrecord/application/ports';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamNamed, wordsId } from '../testing/words-event.ts';
import type { FromServer } from './protocol.ts';
import { readServerLine, serverLine } from './server-line.ts';

const stream = streamNamed('plan-a');

const errors: ReadonlyArray<AppendError> = [
  { _tag: 'WrongRevision', stream, actual: 4 },
  { _tag: 'WrongRevision', stream, actual: undefined },
  { _tag: 'TooLarge', bytes: 2_000_000, limit: 1_048_576 },
  { _tag: 'IdReused', id: wordsId(7) },
  { _tag: 'Unavailable', message: 'the disk is full' },
  { _tag: 'Locked', message: 'process 7 is writing' },
  { _tag: 'Corrupt', position: '12', message: 'flipped\nbit' },
];

const said: ReadonlyArray<FromServer> = [
  { _tag: 'Greeting', version: 1 },
  { _tag: 'Refused', message: 'a line\nof “words”' },
  { _tag: 'Outcome', outcome: E.right({ lastRevision: 3, position: '17', duplicate: false }) },
  { _tag: 'Outcome', outcome: E.right({ lastRevision: 0, position: '1', duplicate: true }) },
  ...errors.map((error): FromServer => ({ _tag: 'Outcome', outcome: E.left(error) })),
];

describe('what a server says', () => {
  it.each(said)('given %j, then what is read is what was said, on one line', (one) => {
    const line = serverLine(one);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(readServerLine(line.slice(0, -1))).toEqual(one);
  });

  // Every version of Trackrecord there will be has to read these two.
  it('given the greeting and a refusal, then they are written as they are for good', () => {
    expect(serverLine({ _tag: 'Greeting', version: 1 })).toBe(
      '{"trackrecord":"appends","version":1}\n',
    );
    expect(serverLine({ _tag: 'Refused', message: 'no' })).toBe('{"refused":"no"}\n');
  });

  it.each([
    '',
    'HTTP/1.1 400 Bad Request',
    'null',
    '[]',
    '{}',
    '{"trackrecord":"appends"}',
    '{"trackrecord":"appends","version":"1"}',
    '{"trackrecord":"reads","version":1}',
    '{"appended":{"lastRevision":0,"position":1,"duplicate":false}}',
    '{"appended":{"lastRevision":0,"position":"1"}}',
    '{"failed":{"_tag":"WrongRevision","stream":"Plan A"}}',
    '{"failed":{"_tag":"WrongRevision","stream":"plan-a","actual":"1"}}',
    '{"failed":{"_tag":"IdReused","id":"7"}}',
    '{"failed":{"_tag":"TooLarge","bytes":1}}',
    '{"failed":{"_tag":"Locked"}}',
    '{"failed":{"_tag":"Corrupt","message":"no position"}}',
    '{"failed":{"_tag":"Sunk","message":"no such tag"}}',
    '{"refused":7}',
  ])('given %s, then no server of ours says that', (line) => {
    expect(readServerLine(line)).toBeUndefined();
  });

  it('given any text, then reading it does not fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        readServerLine(line);
      }),
    );
  });
});
