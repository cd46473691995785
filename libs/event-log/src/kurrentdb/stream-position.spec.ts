import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { positionAt, streamPosition } from './stream-position.ts';

describe('positions by stream and revision', () => {
  it('given a position, when taken apart and put together, then it is the same', () => {
    const apart = streamPosition('plan-ashford-2008@17');
    expect(apart).toEqual(E.right({ stream: 'plan-ashford-2008', revision: 17 }));
    expect(E.isRight(apart) && positionAt(apart.right)).toBe('plan-ashford-2008@17');
  });

  it.each(['yesterday', '17', 'plan-a@', 'plan-a@-1', 'plan-a@1@2', 'plan-a@1.5', 'Plan@1', ''])(
    'given “%s”, then it is no position',
    (text) => {
      expect(streamPosition(text)).toMatchObject({ left: { _tag: 'Unavailable' } });
    },
  );
});
