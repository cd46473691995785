import {
  type Failure,
  invalid,
  missing,
  notAuthorised,
  notYet,
  storage,
} from '@trackrecord/application';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from './exit-code.ts';

const refused = (refusal: Extract<Failure, { _tag: 'Refused' }>['refusal']): Failure => ({
  _tag: 'Refused',
  refusal,
  step: 0,
});

describe('exitCodeOf', () => {
  it.each<readonly [string, number, Failure]>([
    ['a rule that stands in the way', 1, refused({ _tag: 'PlanIsClosed' })],
    ['a file that is not taken', 1, { _tag: 'Unreadable', message: '' }],
    ['what one may not do', 1, notAuthorised('')],
    ['what is not accepted', 2, invalid('')],
    ['what is not there', 3, missing('')],
    ['an action that is not there', 3, refused({ _tag: 'NotFound', kind: 'action', ref: '72' })],
    ['a change by somebody else', 4, { _tag: 'Conflict', message: '' }],
    ['what has not come to this node so far', 5, notYet('')],
    ['a log that cannot be had', 5, storage({ _tag: 'Unavailable', message: '' })],
    ['a log that another process writes', 5, storage({ _tag: 'Locked', message: '' })],
  ])('given %s, then %i', (_what, code, failure) => {
    expect(exitCodeOf(failure)).toBe(code);
  });
});
