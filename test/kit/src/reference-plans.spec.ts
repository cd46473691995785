import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lookupReferencePlans } from './reference-plans.ts';

const directory = mkdtempSync(join(tmpdir(), 'trackrecord-plans-'));
const empty = mkdtempSync(join(tmpdir(), 'trackrecord-plans-'));
writeFileSync(join(directory, 'a-plan.txt'), 'Priority 1');

afterAll(() => {
  for (const made of [directory, empty]) rmSync(made, { recursive: true });
});

describe('lookupReferencePlans', () => {
  it('given a folder with a text in it, when looked up, then it is found', () => {
    expect(lookupReferencePlans(directory, true)).toEqual({ _tag: 'Found', directory });
  });

  it.each([join(directory, 'is-not-there'), empty])(
    'given %s without any text, when looked up, then it says what is missing',
    (missing) => {
      expect(lookupReferencePlans(missing, false)).toMatchObject({ _tag: 'Missing' });
    },
  );

  it('given none, when continuous integration looks, then it throws', () => {
    expect(() => lookupReferencePlans(empty, true)).toThrow('CI=true');
  });
});
