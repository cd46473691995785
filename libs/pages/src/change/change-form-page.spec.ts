import { describe, expect, it } from 'vitest';
import { changeFormPage, type ChangeFormOf } from './change-form-page.ts';

const form: ChangeFormOf = {
  caption: 'Action 27',
  heading: 'Release an owner',
  subject: null,
  standing: { heading: 'As it stands today', lines: [] },
  lead: ['Nobody owns this action at the moment.'],
  warning: null,
  action: '/plans/harbour/actions/27/release',
  csrfToken: 'mark',
  basedOn: 100,
  hidden: [],
  fields: [{ kind: 'radios', field: 'owner', label: 'Who?', value: '', items: [] }],
  around: { why: { value: '' } },
  button: 'Release them',
  isWarning: false,
  cancelHref: '/plans/harbour/actions/27',
  errors: [],
  conflict: null,
  future: null,
  others: [],
};

describe('a change form', () => {
  it('given nothing to choose where something has to be chosen, then that is said, and there is a way back', () => {
    const { content } = changeFormPage(form);
    expect(content).toContain('Nobody owns this action at the moment.');
    expect(content).toContain('href="/plans/harbour/actions/27">Back to Action 27</a>');
    expect(content).not.toContain('<form');
    expect(changeFormPage({ ...form, lead: [] }).content).toContain(
      'There is nothing of that kind',
    );
  });

  it('given something to choose, then the form', () => {
    const items = [{ value: 'p-1', text: 'Asha Bell' }];
    const field = { kind: 'radios', field: 'owner', label: 'Who?', value: '', items } as const;
    expect(changeFormPage({ ...form, fields: [field] }).content).toContain('<form');
  });
});
