import { describe, expect, it } from 'vitest';
import { CommandId, EventId, Ordinal, Sha256, StreamName } from './identifiers.ts';

const uuid = '7d444840-9dc0-11d1-b245-5ffdce74fad2';

describe('identifiers', () => {
  it.each([
    [EventId, uuid],
    [CommandId, uuid],
    [StreamName, 'plan-harbour-2025'],
    [Sha256, 'a'.repeat(64)],
  ])('given a right %s, then it is taken', (codec, value) => {
    expect(codec.is(value)).toBe(true);
  });

  it.each([
    [EventId, uuid.toUpperCase()],
    [EventId, uuid.replaceAll('-', '')],
    [CommandId, `${uuid}\n`],
    [StreamName, 'plan'],
    [StreamName, 'plan-'],
    [StreamName, 'Plan-harbour'],
    [StreamName, 'plan-../etc'],
    [StreamName, `plan-${'a'.repeat(101)}`],
    [Sha256, 'A'.repeat(64)],
    [Sha256, 'a'.repeat(63)],
  ])('given %s as it may not be, then it is refused: %s', (codec, value) => {
    expect(codec.is(value)).toBe(false);
  });

  it('given ordinals, then 0 and whole numbers are taken, fractions and negative ones refused', () => {
    expect([0, 1, 2 ** 53 - 1].every(Ordinal.is)).toBe(true);
    expect([-1, 0.5, 2 ** 53, NaN].some(Ordinal.is)).toBe(false);
  });
});
