import { describe, expect, it } from 'vitest';
import { isLegend } from './legend.ts';

describe('given a line', () => {
  it.each([
    'Green: on track',
    'RED = off track',
    'Amber – some delay',
    '• G: done',
    'Key',
    'Key: R = red',
    'RAG rating key',
  ])('when it says what a colour means, "%s", then it is a legend', (words) => {
    expect(isLegend(words)).toBe(true);
  });

  it.each([
    'Green',
    'AMBER',
    'Green spaces for all',
    'Keyworkers: ten',
    'Redesign: the hall',
    'Age: 5',
  ])('when it says something else, "%s", then it is none', (words) => {
    expect(isLegend(words)).toBe(false);
  });
});
