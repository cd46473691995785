import { describe, expect, it } from 'vitest';
import { repeatableCommandId } from './repeatable-command-id.ts';

describe('the id of a command that may come twice', () => {
  it('given the same, then it is the same, and a UUID of version 8 and the variant of RFC 9562', () => {
    const id = repeatableCommandId(['a-1', 'key']);
    expect(repeatableCommandId(['a-1', 'key'])).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('given "abc" as JSON, then it is the SHA-256 of its characters, but for version and variant', () => {
    // printf '["abc"]' | sha256sum
    // 02f393ea9358560882c1fe797bf99d600aa4643a68276d8e3d714d1c4f19aecc
    expect(repeatableCommandId(['abc'])).toBe('02f393ea-9358-8608-82c1-fe797bf99d60');
  });

  it.each([[['a-2', 'key']], [['a-1', 'key2']], [['a-1key']], [['key', 'a-1']]])(
    'given %j, then it is another',
    (madeOf) => {
      expect(repeatableCommandId(madeOf)).not.toBe(repeatableCommandId(['a-1', 'key']));
    },
  );
});
