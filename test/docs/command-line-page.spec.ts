import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLinePage, commandLinePagePath } from './command-line-page.ts';

const page = readFileSync(new URL(`../../${commandLinePagePath}`, import.meta.url), 'utf8');

describe('docs/command-line.md', () => {
  it('given the commands as they are now, then it is what they make: else run npm run docs', async () => {
    expect(page).toBe(await commandLinePage());
  });
});
