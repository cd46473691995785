import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { quietShell } from '../wiring/quiet-shell.ts';
import { copiedText, figuresOf } from './moved-text.ts';

const instant = must(Instant);
const [begun, ended] = [instant('2026-06-30T09:00:00.000Z'), instant('2026-06-30T09:00:02.500Z')];

const words = (events: number, before: number, until = ended): string =>
  copiedText({
    from: 'log.db',
    to: 'esdb://a:2113 (tenant kent)',
    ...figuresOf({ events, before, streams: 40 }, begun, until),
  })({ ...quietShell().terminal, width: 400 });

describe('what a copy did', () => {
  it('given 1,000 events in 2.5 seconds, then 400 a second', () => {
    expect(words(1000, 0)).toBe(
      'Copied 1000 events in 2.5 s, 400 events a second. esdb://a:2113 (tenant kent) now holds all 1000 events of log.db, in 40 streams.\n"trackrecord log compare" proves both equal.',
    );
  });

  it('given what was there before, then that is said', () => {
    expect(words(10, 990)).toContain('now holds all 1000 events');
    expect(words(10, 990)).toContain('; 990 of them were there before.');
  });

  it('given no time that the clock could tell, then no speed', () => {
    expect(words(10, 0, begun)).toMatch(/^Copied 10 events\. /u);
  });
});
