import { describe, expect, it } from 'vitest';
import { notRead } from './not-read.ts';

describe('a file that was not read', () => {
  it('given that too many others are read, then it may be sent again in a minute', () => {
    expect(
      notRead({ _tag: 'ReaderStopped', name: 'plan.docx', why: 'busy', detail: '22 of them' }),
    ).toEqual({
      _tag: 'Busy',
      message:
        'plan.docx was not read: too many other documents are being read just now (22 of them). Nothing was recorded. Try again in a minute.',
      retryAfter_s: 60,
    });
  });

  it.each(['time', 'memory', 'fault'] as const)(
    'given that its reader was stopped (%s), then it is not taken as it is',
    (why) => {
      expect(notRead({ _tag: 'ReaderStopped', name: 'plan.docx', why, detail: '' })).toMatchObject({
        _tag: 'Unreadable',
      });
    },
  );

  it('given that it is no document, then it is not taken as it is', () => {
    expect(notRead({ _tag: 'EmptyFile', name: 'plan.docx' })).toMatchObject({ _tag: 'Unreadable' });
  });
});
