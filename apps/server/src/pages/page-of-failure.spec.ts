import { missing } from '@trackrecord/application';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../http/fields.ts';
import { pageOfFailure } from './page-of-failure.ts';

const at = { id: 'r-1', params: { plan: 'harbour' }, path: '/plans/harbour/owed' };

describe('a failure as a page', () => {
  it('given a date before the plan began, then it says since when it is there, and leads to that date and to today', () => {
    const failure = {
      _tag: 'Missing',
      message: 'There is no plan "harbour" as of 2025-03-30. The plan begins on 2025-03-31.',
      field: 'asOf',
      firstOn: must(LocalDate)('2025-03-31'),
    } as const;
    expect(pageOfFailure(failure, at)).toEqual({
      status: 404,
      heading: 'It had not begun on that date',
      message: 'It begins on 31 March 2025: there is nothing to see of it on an earlier date.',
      requestId: 'r-1',
      ways: [
        {
          text: 'Look at it as of 31 March 2025, when it begins',
          href: '/plans/harbour/owed?asOf=2025-03-31',
        },
        { text: 'Look at it today', href: '/plans/harbour/owed' },
        { text: 'Back to the plan', href: '/plans/harbour' },
      ],
    });
  });

  it('given something that was never there, then its own words, and the way back', () => {
    expect(pageOfFailure(missing('There is no such target.'), at)).toEqual({
      status: 404,
      message: 'There is no such target.',
      requestId: 'r-1',
      ways: [{ text: 'Back to the plan', href: '/plans/harbour' }],
    });
  });

  it('given a plan that is not there, then nothing leads back to it', () => {
    const gone = missing('There is no plan "harbour".', 'plan');
    expect(pageOfFailure(gone, at).ways).toEqual([]);
    // Not known then, it may be known now.
    const query = fieldsOf([['knownAt', '5']]);
    expect(pageOfFailure(gone, { ...at, query }).ways).toEqual([
      { text: 'Back to the plan', href: '/plans/harbour' },
    ]);
  });

  it('given that it was asked at the plan itself, then nothing leads back to where it failed', () => {
    expect(pageOfFailure(missing('No.'), { ...at, path: '/plans/harbour' }).ways).toEqual([]);
  });
});
