import { invalid } from '@trackrecord/application';
import { describe, expect, it } from 'vitest';
import { headersOf, problemOf } from './problem.ts';

describe('a failure as a problem', () => {
  it('given that too much is asked for at once, then it is 503, and says when to ask again', () => {
    const busy = { _tag: 'Busy', message: 'Not just now.', retryAfter_s: 60 } as const;
    expect(problemOf(busy, 'r-1')).toMatchObject({
      type: '/api/problems#busy',
      status: 503,
      detail: 'Not just now.',
    });
    expect(headersOf(busy)).toEqual({ 'retry-after': '60' });
  });

  it('given any other failure, then there is nothing to say of when', () => {
    expect(headersOf(invalid('No.'))).toEqual({});
  });
});
