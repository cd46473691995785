import { describe, expect, it } from 'vitest';
import { isTimeAlone, readColumnHead } from './column-head.ts';

describe('given the head of a column', () => {
  it.each([
    ['Lead\nofficer', 'lead', undefined],
    ['By when?', 'timescale', undefined],
    ['RAG\n(June)', 'rating', 'dated'],
    ['Q1 RAG', 'rating', 'dated'],
    ['RAG Q2', 'rating', 'dated'],
    ['RAG Apr', 'rating', 'dated'],
    ['RAG status at 30/06/26', 'rating', 'dated'],
    ['RAG (Q3 2026/27)', 'rating', 'dated'],
    ['June 2026 RAG rating', 'rating', 'dated'],
    ['Autumn term RAG', 'rating', 'dated'],
    ['Current RAG', 'rating', 'current'],
    ['RAG (previous)', 'rating', 'previous'],
    ['Last quarter RAG', 'rating', 'previous'],
    ['Progress Q1', 'notes', 'dated'],
    ['Update June 2026', 'notes', 'dated'],
    ['Latest update', 'notes', 'current'],
    ['R/A/G', 'rating', undefined],
    ['BRAG', 'rating', undefined],
    ['Key milestones', undefined, undefined],
    ['Milestones', 'action', undefined],
    ['% complete', undefined, undefined],
    ['Cost (£)', undefined, undefined],
    ['Start date', undefined, undefined],
    ['Q1', undefined, undefined],
    ['Target', undefined, undefined],
    ['', undefined, undefined],
  ])('when it is %j then it means %s, of the time %s', (head, meaning, when) => {
    const read = readColumnHead(head);
    expect([read?.meaning, read?.when]).toEqual([meaning, when]);
  });

  it('when it names a colour or only a standing then that is told', () => {
    expect([readColumnHead('RAG')?.isPlain, readColumnHead('Status')?.isPlain]).toEqual([
      true,
      undefined,
    ]);
  });

  it.each([
    ['Q1', true],
    ['Apr', true],
    ['June 2027', true],
    ['2026/27', true],
    ['Q2 update', false],
    ['Lead', false],
    ['', false],
  ])('when it is "%s" then that it is nothing but a time is %s', (head, expected) => {
    expect(isTimeAlone(head)).toBe(expected);
  });
});
