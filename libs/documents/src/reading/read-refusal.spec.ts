import { describe, expect, it } from 'vitest';
import { describeReadRefusal, type ReadRefusal } from './read-refusal.ts';

const damaged = (more: Partial<Extract<ReadRefusal, { _tag: 'Damaged' }>>): string =>
  describeReadRefusal({
    _tag: 'Damaged',
    name: 'plan.csv',
    part: 'row 3',
    seen: 'it ends early',
    accepted: 'a whole table',
    ...more,
  });

describe('a refusal in words', () => {
  it('given signs that no reader sees, when they are quoted, then one stands for each that can be seen', () => {
    expect(damaged({ seen: 'a “\u0011” and a “\u202e\u2028” stand there' })).toBe(
      'plan.csv is damaged: in row 3, a “\ufffd” and a “\ufffd\ufffd” stand there. Accepted is a whole table: open the file in the program that it is of, save it anew and send that.',
    );
    expect(damaged({ name: 'a\u001b[2Jb.csv' })).toMatch(/^a\ufffd\[2Jb\.csv is damaged: /u);
  });

  it('given more words than a message holds, when they are quoted, then their beginning', () => {
    expect(damaged({ part: 'x'.repeat(200), seen: `style ${'y'.repeat(120_000)}` })).toBe(
      `plan.csv is damaged: in ${'x'.repeat(200)}, style ${'y'.repeat(194)}…. Accepted is a whole table: open the file in the program that it is of, save it anew and send that.`,
    );
  });

  it('given that too many others are read, when it is told, then to try again, and not to send another file', () => {
    expect(
      describeReadRefusal({
        _tag: 'ReaderStopped',
        name: 'plan.docx',
        why: 'busy',
        detail: '22 of them',
      }),
    ).toBe(
      'plan.docx was not read: too many other documents are being read just now (22 of them). Nothing was recorded. Try again in a minute.',
    );
  });
});
