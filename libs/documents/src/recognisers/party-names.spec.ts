import { describe, expect, it } from 'vitest';
import { partyKindOf, readPartyNames } from './party-names.ts';

describe('given the words of an owner’s place', () => {
  it.each([
    ['Jo Hart', ['Jo Hart']],
    ['Jo Hart and Bo Finch', ['Jo Hart', 'Bo Finch']],
    ['Jo Hart, Bo Finch & Al Poe', ['Jo Hart', 'Bo Finch', 'Al Poe']],
    ['Jo Hart / YOS', ['Jo Hart', 'YOS']],
    ['Children, Families and Education', ['Children, Families and Education']],
    ['Jo Hart; Children, Families and Education', ['Jo Hart', 'Children, Families and Education']],
    ['Jo Hart / Sea Defence Team', ['Jo Hart', 'Sea Defence Team']],
    ['TBC', []],
    ['', []],
  ])('when they are "%s" then they name %j', (words, names) => {
    expect(readPartyNames(words)).toEqual(names);
  });
});

describe('given a name', () => {
  it.each([
    ['Jo Hart', 'person'],
    ['Crystal', 'person'],
    ['Jo Hart (Harbour Council)', 'person'],
    ['Youth Services Manager', 'person'],
    ['YOS', 'organisation'],
    ['Harbour Council', 'organisation'],
    ['Friends of the Park', 'organisation'],
  ])('when it is "%s" then it is a %s’s', (name, kind) => {
    expect(partyKindOf(name)).toBe(kind);
  });

  it('when brackets open in it without end then it is known all the same, and at once', () => {
    expect(partyKindOf('x('.repeat(200_000))).toBe('organisation');
  });
});
