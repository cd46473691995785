import { describe, expect, it } from 'vitest';
import { keptFormPage } from './kept-form-page.ts';
import { signInPage } from './sign-in-page.ts';

describe('a form that was filled in and not taken', () => {
  it('given its fields, then they can be sent as they were, hostile words as words', () => {
    const { title, content } = keptFormPage({
      hasSignedIn: true,
      csrfToken: 'mark',
      to: '/plans/harbour/actions/9/note',
      fields: [
        ['text', '"><script>\nTwo lines'],
        ['of', 'p-1'],
        ['of', 'p-2'],
      ],
    });
    expect(title).toBe('Nothing is recorded yet');
    expect(content).toContain('action="/plans/harbour/actions/9/note"');
    expect(content).toContain('name="_csrf" value="mark"');
    expect(content).toContain('name="text" value="&quot;&gt;&lt;script&gt;\nTwo lines"');
    expect(content).toMatch(/name="of" value="p-1".*name="of" value="p-2"/su);
    expect(content).toContain('You are signed in again.');
  });

  it('given somebody who has to sign in first, then it goes with the sign-in form, which says so', () => {
    const shown = (kept: string | null) =>
      signInPage({
        csrfToken: 'mark',
        signInName: '',
        next: undefined,
        kept,
        errors: [],
        firstAdministrator: false,
        sample: [],
      }).content;
    expect(shown('{"to":"/plans"}')).toContain(
      'name="kept" value="{&quot;to&quot;:&quot;/plans&quot;}"',
    );
    expect(shown('{"to":"/plans"}')).toContain('What you filled in was not recorded.');
    expect(shown(null)).not.toContain('was not recorded');
  });
});
