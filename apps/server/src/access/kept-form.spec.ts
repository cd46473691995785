import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../http/fields.ts';
import { keptFormOf, keptFormText, readKeptForm } from './kept-form.ts';

const sent = (more: Partial<Parameters<typeof keptFormOf>[0]> = {}) =>
  keptFormOf({
    method: 'POST',
    path: '/plans/harbour/actions/9/note',
    form: fieldsOf([
      ['_csrf', 'old'],
      ['text', 'An hour’s work'],
      ['of', 'p-1'],
      ['of', 'p-2'],
    ]),
    files: [],
    header: (name) => (name === 'sec-fetch-site' ? 'same-origin' : undefined),
    ...more,
  });

const kept = {
  to: '/plans/harbour/actions/9/note',
  fields: [
    ['text', 'An hour’s work'],
    ['of', 'p-1'],
    ['of', 'p-2'],
  ],
};

describe('a form that could not be taken', () => {
  it('given one from a page of ours, then all of it is kept but its old mark', () => {
    expect(sent()).toEqual(kept);
  });

  it.each<readonly [string, Parameters<typeof sent>[0]]>([
    ['another site', { header: () => 'cross-site' }],
    ['who knows where', { header: () => undefined }],
    ['nobody who filled anything in', { form: fieldsOf([['_csrf', 'old']]) }],
    ['somebody with a file', { files: [{ name: 'a.txt', bytes: new Uint8Array() }] }],
    ['somebody with a secret', { form: fieldsOf([['newPassword', 'kettle meadow oboe']]) }],
    ['an address that leads elsewhere', { path: '//elsewhere.example/' }],
    ['a link', { method: 'GET' }],
  ])('given one of %s, then nothing is kept', (_what, more) => {
    expect(sent(more)).toBeUndefined();
  });

  it('given what is kept as one field, then it is read again', () => {
    const one = sent();
    expect(one === undefined ? undefined : readKeptForm(keptFormText(one))).toEqual(kept);
  });

  it.each([
    '',
    '{',
    'null',
    '{"to":"/plans"}',
    '{"to":"https://elsewhere.example","fields":[]}',
    '{"to":"/plans","fields":[["a"]]}',
  ])('given %j in its place, then nothing is read', (text) => {
    expect(readKeptForm(text)).toBeUndefined();
  });
});
