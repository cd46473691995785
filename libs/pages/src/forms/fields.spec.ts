import { describe, expect, it } from 'vitest';
import { templateEnvironment } from '../frame/template-environment.ts';

const rendered = (call: string, model: object = {}): string =>
  templateEnvironment.renderString(
    `{% from "forms/fields.njk" import textField, longTextField, radioField, ratingField, checkboxField, selectField, fileField, passwordField, becameTrueField, whyField, onWordOfField, hiddenFields, submitButtons %}{{ ${call} }}`,
    model,
  );

const nasty = `"><script>alert('x')</script>`;
const errors = [{ field: 'title', message: `Title: ${nasty} is too long.` }];

describe('the fields of forms', () => {
  it.each(['textField', 'longTextField'])(
    'given a refused %s, then it keeps its value, names its message, and nothing in it is read as HTML',
    (macro) => {
      const html = rendered(
        `${macro}({ field: "title", label: "Title", hint: "In a few words", value: value, errors: errors })`,
        { value: nasty, errors },
      );
      expect(html).toContain('id="title"');
      expect(html).toContain('aria-describedby="title-hint title-error"');
      expect(html).toContain('id="title-error"');
      expect(html).toContain('&quot;&gt;&lt;script&gt;');
      expect(html).not.toContain('<script');
    },
  );

  it('given ratings, then each is a radio button with its tag, the first with the field’s id, the chosen one checked', () => {
    const html = rendered(
      'ratingField({ field: "rating", ratings: ["Red", "Amber"], value: "Amber", errors: [] })',
    );
    expect(html).toMatch(/id="rating" name="rating" type="radio" value="Red">/u);
    expect(html).toMatch(/id="rating-2" name="rating" type="radio" value="Amber" checked>/u);
    expect(html).toContain('<strong class="app-rating app-rating--amber">');
  });

  it('given a rating’s own words with markup in them, then they are escaped', () => {
    const html = rendered('ratingField({ field: "rating", ratings: [word], errors: [] })', {
      word: '<b>',
    });
    expect(html).toContain('&lt;b&gt;</strong>');
    expect(html).not.toContain('<b>');
  });

  it('given a select, then nothing may be chosen where there are words for it', () => {
    const html = rendered(
      'onWordOfField({ items: [{ value: "p-1", text: "A & B" }], value: "p-1", errors: [] })',
    );
    expect(html).toContain('<option value="">I know it myself</option>');
    expect(html).toContain('<option value="p-1" selected>A &amp; B</option>');
  });

  it('given checkboxes, then those that were ticked stay so', () => {
    const html = rendered(
      'checkboxField({ field: "tell", label: "Tell", items: [{ value: "a", text: "A" }, { value: "b", text: "B" }], values: ["b"], errors: [] })',
    );
    expect(html).toMatch(/value="b" checked/u);
    expect(html).not.toMatch(/value="a" checked/u);
  });

  it('given what all change forms ask, then the fields have the names that are read', () => {
    const html =
      rendered('becameTrueField({ value: "31/2/2026" })') +
      rendered('whyField({})') +
      rendered('onWordOfField({ items: [] })');
    expect(html).toContain('name="effectiveOn" type="text" value="31/2/2026"');
    expect(html).toContain('name="why"');
    expect(html).toContain('name="onWordOf"');
  });

  it('given what is sent unseen, then the token and what was looked at; not the latter where nothing was', () => {
    const html = rendered(
      'hiddenFields({ csrfToken: token, basedOn: 0, others: [{ name: "a", value: "1" }] })',
      {
        token: 'a"b',
      },
    );
    expect(html).toContain('name="_csrf" value="a&quot;b"');
    expect(html).toContain('name="basedOn" value="0"');
    expect(html).toContain('name="a" value="1"');
    expect(rendered('hiddenFields({ csrfToken: "t", basedOn: null })')).not.toContain('basedOn');
    expect(rendered('hiddenFields({ csrfToken: "t" })')).not.toContain('basedOn');
  });

  it('given a secret, then it is never given back', () => {
    expect(
      rendered('passwordField({ field: "password", label: "Password", value: "s3cret" })'),
    ).not.toContain('s3cret');
  });
});
