import { Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { entityTag, namesTag, readIfMatch } from './entity-tag.ts';

const at = must(Ordinal);

describe('an ETag', () => {
  it('given the same thing and the same answer, then it is the same; given another of either, another', () => {
    const tag = entityTag(at(812), 'answer');
    expect(tag).toMatch(/^"812-[0-9a-f]{16}"$/u);
    expect(entityTag(at(812), 'answer')).toBe(tag);
    expect(entityTag(at(812), 'other')).not.toBe(tag);
    expect(entityTag(at(813), 'answer')).not.toBe(tag);
  });

  it.each([
    [undefined, false],
    ['*', true],
    ['"812-0123456789abcdef"', true],
    ['W/"812-0123456789abcdef"', true],
    ['"1-0123456789abcdef", "812-0123456789abcdef"', true],
    ['"812-fedcba9876543210"', false],
    ['nonsense', false],
  ])('given "If-None-Match: %s", then it is named: %s', (header, named) => {
    expect(namesTag(header, '"812-0123456789abcdef"')).toBe(named);
  });

  it.each([
    ['*', { _tag: 'Any' }],
    ['"812-0123456789abcdef"', { _tag: 'At', ordinals: [812] }],
    ['"812-0123456789abcdef", "7-0123456789abcdef"', { _tag: 'At', ordinals: [812, 7] }],
    ['"812"', { _tag: 'At', ordinals: [] }],
    ['', { _tag: 'At', ordinals: [] }],
    ['"-1-0123456789abcdef"', { _tag: 'At', ordinals: [] }],
  ])('given "If-Match: %s", then it stands for %j', (header, stands) => {
    expect(readIfMatch(header)).toEqual(stands);
  });
});
