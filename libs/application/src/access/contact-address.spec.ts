import { PartyId, PlanId, type Role } from '@trackrecord/domain';
import type { PartyState } from '@trackrecord/read-models';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { mayContact, permittedToContact } from './contact-address.ts';

const party = (id: string, mergedInto: string | null = null): PartyState => ({
  ...{ id, kind: 'person', name: id, mergedInto, organisations: [], boardRoles: [] },
  ...{ address: null, addressAt: null, declines: false },
});

const directory = new Map(
  [party('p-1'), party('p-2'), party('p-3', 'p-1')].map((one) => [one.id, one]),
);

const somebody = (id: string, role?: Role, plan: string | null = null) => ({
  party: must(PartyId)(id),
  grants: role === undefined ? [] : [{ role, plan: plan === null ? null : must(PlanId)(plan) }],
});

const plans = [must(PlanId)('harbour')];
const withOne = { id: 'p-1', address: 'asha@tide.example', plans };
const withNone = { id: 'p-1', address: null, plans };

const all = { see: true, set: true, stop: true, resume: true };
const nothing = { see: false, set: false, stop: false, resume: false };

describe('who may do what with a contact address', () => {
  it.each([
    ['they themselves', somebody('p-1'), all, all],
    ['they by another of their names', somebody('p-3'), all, all],
    ['who keeps every plan', somebody('p-2', 'manager'), all, all],
    ['an administrator of everything', somebody('p-2', 'administrator'), all, all],
    [
      'who keeps a plan',
      somebody('p-2', 'manager', 'harbour'),
      { see: true, set: false, stop: false, resume: true },
      { see: true, set: true, stop: false, resume: true },
    ],
    [
      'an auditor',
      somebody('p-2', 'auditor'),
      { see: true, set: false, stop: false, resume: false },
      { see: true, set: false, stop: false, resume: false },
    ],
    ['an owner', somebody('p-2', 'owner', 'harbour'), nothing, nothing],
    ['a reader', somebody('p-2', 'reader'), nothing, nothing],
    ['somebody without a role', somebody('p-2'), nothing, nothing],
  ])('given %s when asked then as the rule says', (_who, who, whereThereIs, whereThereIsNone) => {
    expect(mayContact(who, directory, withOne)).toEqual(whereThereIs);
    expect(mayContact(who, directory, withNone)).toEqual(whereThereIsNone);
  });

  it('given who keeps a plan when they change an address then they are told who may', () => {
    const manager = somebody('p-2', 'manager', 'harbour');
    const refused = permittedToContact(manager, directory, 'set')(withOne);
    expect(E.isLeft(refused) && refused.left).toMatchObject({ _tag: 'NotAuthorised' });
    expect(permittedToContact(manager, directory, 'set')(withNone)).toEqual(E.right(null));
  });

  it('given a party that another plan names too, then who keeps one of them gives it no address', () => {
    const named = { ...withNone, plans: [...plans, must(PlanId)('vale')] };
    const manager = somebody('p-2', 'manager', 'harbour');
    expect(mayContact(manager, directory, named).set).toBe(false);
    expect(mayContact(manager, directory, { ...withNone, plans: [] }).set).toBe(true);
  });
});
