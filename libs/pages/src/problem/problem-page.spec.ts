import { describe, expect, it } from 'vitest';
import { problemPage } from './problem-page.ts';

describe('problemPage', () => {
  it.each([400, 403, 404, 409, 413, 415, 422, 429, 503] as const)(
    'given %i, then a heading, words and a way on',
    (status) => {
      const { title, content } = problemPage({ status });
      expect(content).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
      expect(content).toMatch(/<p class="govuk-body">[A-Z]/u);
      expect(content).toContain('href="/"');
    },
  );

  it('given a message, its details and a way back, then they are told, escaped', () => {
    const { content } = problemPage({
      status: 404,
      message: 'There is no action “<99>”.',
      details: ['asOf: no date'],
      ways: [{ text: 'Go back to the plan', href: '/plans/a' }],
    });
    expect(content).toContain('There is no action “&lt;99&gt;”.');
    expect(content).toContain('<li>asOf: no date</li>');
    expect(content).toContain('<a class="govuk-link" href="/plans/a">Go back to the plan</a>');
  });

  it('given a fault of ours, then no word of what it was, but how to quote it', () => {
    const { content } = problemPage({
      status: 500,
      message: 'TypeError: x is undefined',
      details: ['at a.ts:3'],
      requestId: 'r-1',
    });
    expect(content).not.toContain('TypeError');
    expect(content).not.toContain('a.ts');
    expect(content).toContain('r-1');
  });
});
