import { EventId, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { Refusal } from './describe-refusal.ts';
import { fieldOfRefusal } from './field-of-refusal.ts';
import { Rating } from './rating.ts';

const date = must(LocalDate);
const rating = must(Rating);
const event = must(EventId)('7d444840-9dc0-11d1-b245-5ffdce74fad2');

describe('the field that a refusal is about', () => {
  it.each<readonly [Refusal, string]>([
    [{ _tag: 'RatingNotOnScale', rating: rating('Blue'), scale: [rating('Red')] }, 'rating'],
    [
      { _tag: 'DatesBackwards', earliest: date('2028-01-01'), latest: date('2025-12-31') },
      'timescale',
    ],
    [{ _tag: 'NotOwned', action: '27', party: 'p-4c1f' }, 'owner'],
    [{ _tag: 'CadenceOutOfRange', months: 0 }, 'months'],
    [{ _tag: 'RatingInUse', rating: 'Amber', actions: ['1'] }, 'scale'],
    [{ _tag: 'NotFound', kind: 'theme', ref: '2.3' }, 'theme'],
    [{ _tag: 'NotFound', kind: 'result', ref: '2(ii)' }, 'results'],
    [{ _tag: 'NotFound', kind: 'timescale of action', ref: '27' }, 'timescale'],
    [{ _tag: 'NotFound', kind: 'cross-reference', ref: 'x' }, 'link'],
    [{ _tag: 'NotFound', kind: 'glossary term', ref: 'CAF' }, 'term'],
    [{ _tag: 'RefTaken', kind: 'observation', ref: '2025/26' }, 'period'],
    [{ _tag: 'NotRegistered', what: 'indicator' }, 'indicator'],
    [{ _tag: 'IntoItself', what: 'party' }, 'into'],
    [{ _tag: 'AlreadyRetracted', event }, 'events'],
    [{ _tag: 'DaysNotInOrder', field: 'daysBefore' }, 'daysBefore'],
    [{ _tag: 'DaysNotInOrder', field: 'escalation' }, 'escalation'],
    [{ _tag: 'PolicySendsNothing' }, 'daysAfter'],
    [{ _tag: 'NoContactAddress' }, 'address'],
    [{ _tag: 'MessageIsOtherwise', message: 1, state: 'sent' }, 'message'],
    [{ _tag: 'AnsweredAlready', message: 1, item: 2 }, 'item'],
  ])('given %j, then it is "%s"', (refusal, field) => {
    expect(fieldOfRefusal(refusal)).toBe(field);
  });

  it.each<Refusal>([
    { _tag: 'PlanIsClosed' },
    { _tag: 'ActionNotOpen', action: '27', status: 'closed' },
    { _tag: 'NothingAsked', action: '27' },
    { _tag: 'NoPlan' },
    { _tag: 'TooManyLinks', most: 5 },
  ])('given %j, then it is no one field', (refusal) => {
    expect(fieldOfRefusal(refusal)).toBeUndefined();
  });
});
