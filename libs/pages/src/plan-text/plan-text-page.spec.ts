import { Subject } from '@trackrecord/domain';
import { aPlanAnswer, anActionAnswer, aPriorityAnswer, must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { planTextPage } from './plan-text-page.ts';

const text = (words: string) => [{ kind: 'text' as const, text: words }];
const may = { audit: false, manage: false };

const plan = aPlanAnswer(
  [
    anActionAnswer('27', {
      under: { priority: '1', theme: null, enabler: null, results: [] },
    }),
  ],
  {
    priorities: [aPriorityAnswer('1', { themes: [{ ref: '1.1', title: 'By light' }] })],
    enablers: [{ ref: 'A', title: 'One front door' }],
    narratives: [
      { section: 'enabler-a', under: must(Subject)('enabler:A'), parts: text('Doors are open.') },
      {
        section: 'how',
        heading: 'How are we doing?',
        under: must(Subject)('theme:1.1'),
        parts: text('Well.'),
      },
      { section: 'intro', parts: text('We began in 2024.') },
      { section: 'action-27', under: must(Subject)('action:27'), parts: text('See the table.') },
      { section: 'contents', heading: 'Contents', parts: [] },
    ],
  },
);

const headings = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<h[123][^>]*>([^<]*)</gu)].map(([, words = '']) => words);

describe('the text of a plan', () => {
  it('given texts about the whole and about its parts, then they stand in the order of the plan', () => {
    const { content } = planTextPage({ answer: plan, question: {}, may });
    expect(headings(content)).toEqual([
      'The plan’s text',
      'The plan as a whole',
      'Introduction',
      'Priority 1: We will do 1',
      '1.1 How are we doing?',
      'Action 27',
      'Enabler A: One front door',
      'More text',
    ]);
    expect(content).toContain('id="text-how"');
  });

  it('given a plan without any, then it says so and leads back', () => {
    const { content } = planTextPage({ answer: aPlanAnswer([]), question: {}, may });
    expect(content).toContain('The plan has no text of its own yet');
    expect(content).toContain('href="/plans/harbour"');
  });
});
