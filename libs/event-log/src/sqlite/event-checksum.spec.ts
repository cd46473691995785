import { describe, expect, it } from 'vitest';
import { eventChecksum } from './event-checksum.ts';

describe('eventChecksum', () => {
  // By Python: zlib.crc32(f'{position} {revision} {stream}\n{event}'.encode())
  it.each([
    [1, 0, 'plan-a', '{"id":1}', 1_051_268_138],
    [4_294_967_297, 12, 'party-7f3a', '{"words":"Đorđe"}', 1_878_982_853],
  ])(
    'given position %i, revision %i of %s and event %s, then it is what zlib has for docs/log-format.md’s text',
    (position, revision, stream, text, expected) => {
      expect(eventChecksum(position, revision, stream, text)).toBe(expected);
    },
  );
});
