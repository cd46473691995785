import { describe, expect, it } from 'vitest';
import { withoutAddresses } from './without-addresses.ts';

describe('what a mail server said', () => {
  it.each([
    [
      '550 5.1.1 <asha@tide.example>: Recipient address rejected',
      '550 5.1.1 <(address)>: Recipient address rejected',
    ],
    ['550 No such user: ASHA@Tide.example', '550 No such user: (address)'],
    ['552 a.bell@inner.tide.example is over quota', '552 (address) is over quota'],
    ['550 See https://mail.example/why?id=asha%40tide.example', '550 See https:(address)'],
    ["550 'asha'@tide.example, b@tide.example", "550 'asha'@tide.example, (address)"],
    ['451 come back later', '451 come back later'],
  ])('given %s, then it is kept as %s', (said, kept) => {
    expect(withoutAddresses(said, 'asha@tide.example')).toBe(kept);
  });

  it('given the very address with something around it that no address has, then it is left out all the same', () => {
    expect(withoutAddresses("no o'hara@tide.example here", "o'hara@tide.example")).toBe(
      'no (address) here',
    );
  });
});
