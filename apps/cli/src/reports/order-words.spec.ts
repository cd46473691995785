import { describe, expect, it } from 'vitest';
import { ordersInWords } from './order-words.ts';

describe('ordersInWords', () => {
  it.each([
    ['ChangeRating', 27, '27 ratings changed'],
    ['AddPriority', 1, '1 priority added'],
    ['AddPriority', 6, '6 priorities added'],
    ['DefineGlossaryTerm', 13, '13 glossary terms defined'],
    ['ChooseColumnMeaning', 2, '2 column meanings chosen'],
    ['RenumberActions', 1, '1 action renumbered'],
    ['RequestUpdate', 2, '2 updates asked for'],
    ['NoteKnownAs', 3, '3 earlier numbers noted'],
  ])('given %s %i times, then "%s"', (order, count, words) => {
    expect(ordersInWords(order, count)).toBe(words);
  });
});
