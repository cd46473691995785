import { Instant } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { FollowerStatus } from '../wiring/open-cluster.ts';
import { durationInWords, notesOn } from './cluster-notes.ts';

const recordedAt = must(Instant)('2026-11-20T09:00:00.000Z');

const status = (more: Partial<FollowerStatus>): FollowerStatus => ({
  state: 'live',
  problem: undefined,
  ordinal: 812,
  lag: { events: 0, seconds: 0 },
  skipped: [],
  ...more,
});

const skipped = (why: 'foreign' | 'repeated') => ({
  stream: 'trackrecord.plan-a',
  revision: 3n,
  id: '3f0f6e1c-51d6-4b0e-9a55-0d6a4d6f7b02',
  type: 'Event',
  why,
});

describe('what whoever asks a node has to know', () => {
  it.each(['live', 'elsewhere'] as const)('given a node that is %s, then nothing', (state) => {
    expect(notesOn(status({ state }), recordedAt)).toEqual([]);
  });

  it('given a cluster that is away, then why, and how old the copy is', () => {
    const [note = '', ...others] = notesOn(
      status({ state: 'away', problem: 'no answer from a:2113', lag: { events: 0, seconds: 250 } }),
      recordedAt,
    );
    expect(others).toEqual([]);
    expect(note).toContain('no answer from a:2113');
    expect(note).toContain('4 minutes ago');
    expect(note).toContain('ordinal 812, recorded at 2026-11-20T09:00:00.000Z');
  });

  it('given that nobody knows when it was whole, then its last event tells how old it is', () => {
    const away = status({ state: 'away', lag: { events: 0, seconds: undefined } });
    expect(notesOn(away, recordedAt).join()).toMatch(/recorded at 2026-11-20T09:00:00.000Z\.$/u);
    expect(notesOn(away, undefined).join()).toMatch(/ordinal 812\.$/u);
  });

  it('given a node that is behind, then by how much', () => {
    const behind = status({ state: 'behind', lag: { events: 1204, seconds: 9 } });
    expect(notesOn(behind, recordedAt).join()).toContain('1204 events');
  });

  it('given a node that follows no further, then why', () => {
    const stopped = status({ state: 'stopped', problem: 'a gap after plan-a@3' });
    expect(notesOn(stopped, recordedAt).join()).toContain('a gap after plan-a@3');
  });

  it('given events that somebody else wrote, then how many, and where to look', () => {
    const one = notesOn(status({ skipped: [skipped('foreign'), skipped('repeated')] }), recordedAt);
    expect(one).toHaveLength(1);
    expect(one.join()).toMatch(/^1 event .* was not written .*trackrecord log status/u);
    const two = notesOn(status({ skipped: [skipped('foreign'), skipped('foreign')] }), recordedAt);
    expect(two.join()).toMatch(/^2 events .* were not written/u);
  });

  it('given only second tries of what had landed, then nothing: they are as they should be', () => {
    expect(notesOn(status({ skipped: [skipped('repeated')] }), recordedAt)).toEqual([]);
  });
});

describe('a duration in words', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [119.9, '119 seconds'],
    [120, '2 minutes'],
    [7199, '119 minutes'],
    [7200, '2 hours'],
    [172_799, '47 hours'],
    [172_800, '2 days'],
  ])('given %d seconds, then %s', (seconds, words) => {
    expect(durationInWords(seconds)).toBe(words);
  });
});
