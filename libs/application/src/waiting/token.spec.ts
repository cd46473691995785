import { StreamName } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { placeOf, tokenOf } from './token.ts';

const stream = must(StreamName);

// Worked out with `printf plan-harbour@17 | basenc --base64url`, without the padding.
const harbour17 = 'cGxhbi1oYXJib3VyQDE3';

describe('a token', () => {
  it.each([
    ['plan-harbour', 17, harbour17],
    ['party-p-1', 0, 'cGFydHktcC0xQDA'],
    ['plan-a', 3, 'cGxhbi1hQDM'],
  ])('given %s@%d, then it is the place in base64url', (name, revision, token) => {
    expect(tokenOf({ stream: stream(name), revision })).toBe(token);
  });

  it('given a token, then it stands for its place', () => {
    expect(placeOf(harbour17)).toEqual(E.right({ stream: 'plan-harbour', revision: 17 }));
  });

  it.each([
    ['nothing', ''],
    ['words', 'the last one'],
    ['a token with padding', 'cGFydHktcC0xQDA='],
    ['a token that was cut off', harbour17.slice(0, -2)],
    ['no revision', btoa('plan-harbour@')],
    ['a revision with a leading nought', btoa('plan-harbour@07').replaceAll('=', '')],
    ['a revision below nought', btoa('plan-harbour@-1').replaceAll('=', '')],
    ['two revisions', btoa('plan-harbour@1@2').replaceAll('=', '')],
    ['no stream', btoa('Plan Harbour@1').replaceAll('=', '')],
    ['the very place, not as a token', 'plan-harbour@17'],
  ])('given %s, then it is named as none', (_case, token) => {
    const none = placeOf(token);
    expect(none).toMatchObject(E.left({ _tag: 'Invalid' }));
    expect(JSON.stringify(none)).toContain(JSON.stringify(`"${token}"`).slice(1, -1));
  });
});
