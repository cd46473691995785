import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceFolder, templateEnvironment } from './template-environment.ts';

const templates = globSync('**/*.njk', { cwd: sourceFolder });

describe('every template', () => {
  it('given all of them, then there are some', () => {
    expect(templates).toContain('frame/frame.njk');
  });

  it.each(templates)('given %s, then it is a template that compiles', (template) => {
    expect(() => templateEnvironment.getTemplate(template, true)).not.toThrow();
  });

  it.each(templates)(
    'given %s, then it has no inline style, script or handler, which the security policy forbids',
    (template) => {
      const text = readFileSync(join(sourceFolder, template), 'utf8');
      expect(text).not.toMatch(/\sstyle\s*=/iu);
      expect(text).not.toMatch(/\son[a-z]+\s*=\s*["']/iu);
      expect(text).not.toMatch(/<script(?![^>]*\ssrc=)/iu);
      expect(text).not.toMatch(/<style/iu);
    },
  );
});
