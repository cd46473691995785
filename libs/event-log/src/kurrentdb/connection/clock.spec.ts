import { describe, expect, it } from 'vitest';
import { clocksOf, refusalBy, skewOf } from './clock.ts';

// Ten past eight, by the example of RFC 9110, 5.6.7, in our century.
const date = 'Tue, 01 Jul 2025 08:10:00 GMT';
const then_ms = 1_751_357_400_000;

describe('comparing clocks', () => {
  it.each([
    [then_ms + 500, 0],
    [then_ms + 60_500, 60_000],
    [then_ms - 4_500, -5_000],
  ])('given a server’s date and our clock at %i, then ours is %i ms ahead', (ours_ms, skew_ms) => {
    const clocks = clocksOf({ version: '23.10.0', date }, ours_ms);
    expect(clocks && skewOf(clocks)).toBe(skew_ms);
  });

  it.each([undefined, '', 'yesterday'])('given the date %s, then nothing is known', (stated) => {
    expect(clocksOf({ version: '23.10.0', date: stated }, then_ms)).toBeUndefined();
  });

  it('given a minute apart where a minute is allowed, then appends pass', () => {
    const clocks = { ours_ms: then_ms + 60_000, server_ms: then_ms };
    expect(refusalBy(clocks, 60_000, 'one:2113')).toBeUndefined();
  });

  it.each([
    [90_000, '2025-07-01T08:11:30Z'],
    [-90_000, '2025-07-01T08:08:30Z'],
  ])('given %i ms apart, then they are refused and both clocks named', (skew_ms, ours) => {
    const clocks = { ours_ms: then_ms + skew_ms, server_ms: then_ms };
    expect(refusalBy(clocks, 60_000, 'one:2113')).toMatchObject({
      lasting: true,
      lost: false,
      message:
        `this machine’s clock says ${ours}, that of the server one:2113 2025-07-01T08:10:00Z: ` +
        'they are 90 s apart, where 60 s are allowed; set the wrong one right',
    });
  });
});
