import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';
import { type Failure, invalid, missing, notYet, storage } from './failure.ts';
import { fieldOfFailure, ofAction, ofField } from './failure-field.ts';

const closed: Failure = {
  _tag: 'Refused',
  refusal: { _tag: 'ActionNotOpen', action: '27', status: 'closed' },
  step: 0,
};

const backwards: Failure = {
  _tag: 'Refused',
  refusal: { _tag: 'CadenceOutOfRange', months: 0 },
  step: 0,
};

describe('the field that a failure is about', () => {
  it('given what is not accepted or not there, then the field that was named with it', () => {
    expect(fieldOfFailure(invalid('No.', 'effectiveOn'))).toBe('effectiveOn');
    expect(fieldOfFailure(missing('No.', 'owner'))).toBe('owner');
    expect(fieldOfFailure(invalid('No.'))).toBeUndefined();
  });

  it('given a refusal, then the field of the refusal', () => {
    expect(fieldOfFailure(backwards)).toBe('months');
    expect(fieldOfFailure(closed)).toBeUndefined();
  });

  it('given a failure that is learned to be of a field, then that', () => {
    expect(fieldOfFailure(ofField('owner')(invalid('No.')))).toBe('owner');
    expect(fieldOfFailure(ofField('owner')(missing('No.', 'party')))).toBe('owner');
    expect(ofField('owner')(notYet('Not yet.'))).toEqual(notYet('Not yet.'));
  });
});

describe('a failure of one action among several', () => {
  it.each<readonly [string, Failure, string]>([
    ['what is not accepted', invalid('Words are needed.'), 'Action 27: Words are needed.'],
    ['a refusal', backwards, 'Action 27: "0" is not a cadence; accepted: 1 to 24 whole months.'],
    ['a refusal that names it', closed, 'Action 27 is closed: reopen it first.'],
    ['what names it', missing('There is no action "27".'), 'There is no action "27".'],
    [
      'what names another',
      missing('There is no action "270".'),
      'Action 27: There is no action "270".',
    ],
  ])('given %s, then it is named once', (_what, failure, words) => {
    expect(describeFailure(ofAction('27')(failure))).toBe(words);
  });

  it('given a log that cannot be had, then that is about no action', () => {
    const failure = storage({ _tag: 'Locked', message: 'Process 7 writes.' });
    expect(describeFailure(ofAction('27')(failure))).toBe('Process 7 writes.');
  });
});
