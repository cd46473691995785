import { describe, expect, it } from 'vitest';
import { errorFor, errorList } from './form-errors.ts';

const errors = [
  { field: 'why', message: 'Why? Enter a sentence.' },
  { field: 'why', message: 'Why? Something else.' },
  { field: 'rating', message: 'Rating: choose one.' },
];

describe('errorFor', () => {
  it('given a field with two messages, then its first', () => {
    expect(errorFor(errors, 'why')).toEqual({ text: 'Why? Enter a sentence.' });
  });

  it('given a field that was accepted, or no errors at all, then nothing', () => {
    expect(errorFor(errors, 'title')).toBeUndefined();
    expect(errorFor(undefined, 'title')).toBeUndefined();
  });
});

describe('errorList', () => {
  it('given errors, then each links to its field', () => {
    expect(errorList(errors).at(2)).toEqual({ text: 'Rating: choose one.', href: '#rating' });
  });
});
