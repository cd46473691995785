import { describe, expect, it } from 'vitest';
import { openPackage } from '../package/open-package.ts';
import { zipOf } from './zip.ts';

describe('a zip archive for specs', () => {
  it.each(['stored', 'deflated'] as const)(
    'given parts, when they are packed %s and opened, then each is there as it was',
    async (how) => {
      const bytes = new Uint8Array([0, 255, 7]);
      const archive = zipOf({ 'a/naïve.xml': '<p>é</p>'.repeat(50), 'b.bin': bytes, c: '' }, how);
      const { names, read } = await openPackage('plan.docx', archive);
      expect(names).toEqual(['a/naïve.xml', 'b.bin', 'c']);
      expect((await read('a/naïve.xml')).toString('utf8')).toBe('<p>é</p>'.repeat(50));
      expect([...(await read('b.bin'))]).toEqual([0, 255, 7]);
      expect(await read('c')).toHaveLength(0);
    },
  );
});
