import { invalid, missing } from '@trackrecord/application';
import { EventId, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { hintOn, withHint } from './hint-on.ts';

describe('what the command line can say besides', () => {
  it('given a plan that is not there, then which command lists those that are', () => {
    expect(hintOn(missing('There is no plan "vale".', 'plan'))).toContain('"trackrecord plans"');
  });

  it('given a plan that begins later, then nothing: the plan is known', () => {
    const firstOn = must(LocalDate)('2026-01-01');
    const failure = { _tag: 'Missing', message: 'Not yet.', field: 'asOf', firstOn } as const;
    expect(hintOn(failure)).toBeUndefined();
  });

  it('given what a plan rests on, then the command that takes a document back', () => {
    const event = must(EventId)('7d444840-9dc0-11d1-b245-5ffdce74fad2');
    const refusal = { _tag: 'PlanRestsOnIt', event } as const;
    expect(hintOn({ _tag: 'Refused', refusal, step: 0 })).toContain('undo-import');
  });

  it('given anything else, then nothing', () => {
    expect(hintOn(invalid('No.', 'plan'))).toBeUndefined();
    expect(hintOn(missing('Nobody.', 'owner'))).toBeUndefined();
  });

  it('given words of its own, then they follow what is missing, and nothing else', () => {
    expect(withHint('Look there.')(missing('Nobody.', 'owner'))).toEqual(
      missing('Nobody. Look there.', 'owner'),
    );
    expect(withHint('Look there.')(invalid('No.'))).toEqual(invalid('No.'));
  });
});
