import { events, givenPartnership, happened, order, refused } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { PartnershipRegistered } from './partnership-registered.ts';
import { RegisterPartnership } from './register-partnership.ts';
import { RenamePartnership } from './rename-partnership.ts';

const registered = happened(PartnershipRegistered, { name: 'Harbour and Vale' }, '2026-01-01');
const rename = order(RenamePartnership, { name: 'Harbour, Vale and Moor' });

describe('a partnership', () => {
  it('given none, then it is registered; given one, then it is refused', () => {
    const register = order(RegisterPartnership, { name: 'Harbour and Vale' });
    expect(givenPartnership().when(register)).toEqual(
      events(['PartnershipRegistered', { name: 'Harbour and Vale' }]),
    );
    expect(givenPartnership(registered).when(register)).toEqual(
      refused({ _tag: 'AlreadyRegistered', what: 'Harbour and Vale' }),
    );
  });

  it('given one, then it has another name; given none, then it is refused', () => {
    expect(givenPartnership(registered).when(rename)).toEqual(
      events(['PartnershipRenamed', { name: 'Harbour, Vale and Moor' }]),
    );
    expect(givenPartnership().when(rename)).toEqual(
      refused({ _tag: 'NotRegistered', what: 'partnership' }),
    );
  });
});
