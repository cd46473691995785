import { describe, expect, it } from 'vitest';
import { parseKinds } from './changes-params.ts';

describe('the kinds that an address asks for', () => {
  it('given kinds in any order when they are read then each once, in the agenda’s order', () => {
    expect(parseKinds(['silent', 'worse', '', 'silent'])).toEqual({
      kinds: ['worse', 'silent'],
      errors: [],
    });
  });

  it('given what is no kind when it is read then it is left out and told, with those that there are', () => {
    const { kinds, errors } = parseKinds(['worse', 'shouted']);
    expect(kinds).toEqual(['worse']);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.field).toBe('kind');
    expect(errors[0]?.message).toMatch(/^Kind of change: “shouted” is none\. It can be worse, /u);
  });
});
