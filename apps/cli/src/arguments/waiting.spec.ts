import { tokenOf } from '@trackrecord/application';
import { StreamName } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { parseWaiting } from './waiting.ts';

const token = tokenOf({ stream: must(StreamName)('plan-harbour'), revision: 3 });

describe('what a question waits for', () => {
  it('given no token, then it waits for nothing', () => {
    expect(parseWaiting({})).toEqual(E.right(undefined));
    expect(parseWaiting({ waitSeconds: '9' })).toEqual(E.right(undefined));
  });

  it('given a token, then for five seconds, or as long as it is told', () => {
    expect(parseWaiting({ waitFor: token })).toEqual(E.right({ token, seconds: 5 }));
    expect(parseWaiting({ waitFor: token, waitSeconds: '0' })).toEqual(
      E.right({ token, seconds: 0 }),
    );
    expect(parseWaiting({ waitFor: token, waitSeconds: '0.5' })).toEqual(
      E.right({ token, seconds: 0.5 }),
    );
  });

  it.each(['-1', 'soon', '', '3601', '1e3', '5s'])(
    'given %j for a time, then it is named with what is accepted',
    (waitSeconds) => {
      const refused = parseWaiting({ waitFor: token, waitSeconds });
      expect(refused).toMatchObject(E.left({ _tag: 'Invalid' }));
      expect(JSON.stringify(refused)).toContain('from 0 to 3600');
    },
  );

  it('given what is no token, then it is named', () => {
    expect(parseWaiting({ waitFor: 'plan-harbour@3' })).toMatchObject(E.left({ _tag: 'Invalid' }));
  });
});
