import { PlanId, Role } from '@trackrecord/domain';
import { must } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Capability,
  mayNot,
  mayOn,
  mayOnTheirs,
  permitted,
  plansReadableBy,
} from './capability.ts';
import type { Grant } from './principal.ts';

const harbour = must(PlanId)('harbour');
const vale = must(PlanId)('vale');
const moor = must(PlanId)('moor');

const capabilities: ReadonlyArray<Capability> = [
  'read',
  'audit',
  'update',
  'manage',
  'administer',
  'oversee',
];
const roles = Object.keys(Role.keys).map(must(Role));

/** Written by hand from what each role is for: what it may do to everything, and to what is its own. */
const expected: Readonly<Record<string, readonly [all: string, theirs: string]>> = {
  reader: ['read', 'read'],
  owner: ['read', 'read update'],
  manager: ['read audit update manage', 'read audit update manage'],
  auditor: ['read audit oversee', 'read audit oversee'],
  administrator: [
    'read audit update manage administer oversee',
    'read audit update manage administer oversee',
  ],
};

const granted = (...grants: ReadonlyArray<Grant>) => ({ grants });

const plans = fc.constantFrom(harbour, vale, moor);
const grant = fc.record({ role: fc.constantFrom(...roles), plan: fc.option(plans) });
const grants = fc.array(grant, { maxLength: 5 });
const capability = fc.constantFrom(...capabilities);

describe('what a role may do', () => {
  it.each(roles)('given %s, then on its plan it may what is said of it', (role) => {
    const somebody = granted({ role, plan: harbour });
    const may = capabilities.filter((one) => mayOn(somebody, one, harbour));
    const mayTheirs = capabilities.filter((one) => mayOnTheirs(somebody, one, harbour));
    expect([may.join(' '), mayTheirs.join(' ')]).toEqual(expected[role]);
  });

  it('given no role, then nothing', () => {
    fc.assert(
      fc.property(capability, plans, (one, plan) => {
        expect(mayOn(granted(), one, plan)).toBe(false);
        expect(mayOn(granted(), one, null)).toBe(false);
        expect(mayOnTheirs(granted(), one, plan)).toBe(false);
      }),
    );
  });

  it('given any roles, then somebody may on a plan what at least one role on it or on every plan is for', () => {
    fc.assert(
      fc.property(grants, capability, plans, (held, one, plan) => {
        const [all, theirs] = [0, 1].map((place) =>
          held.some(
            (each) =>
              (each.plan === null || each.plan === plan) &&
              (expected[each.role]?.[place] ?? '').split(' ').includes(one),
          ),
        );
        expect(mayOn(granted(...held), one, plan)).toBe(all);
        expect(mayOnTheirs(granted(...held), one, plan)).toBe(theirs);
      }),
    );
  });

  it('given roles on other plans only, then they give nothing on this one, nor on every plan', () => {
    fc.assert(
      fc.property(grants, capability, plans, (held, one, plan) => {
        const elsewhere = granted(
          ...held.filter((each) => each.plan !== null && each.plan !== plan),
        );
        expect(mayOn(elsewhere, one, plan)).toBe(false);
        expect(mayOn(elsewhere, one, null)).toBe(false);
        expect(mayOnTheirs(elsewhere, one, plan)).toBe(false);
      }),
    );
  });

  it('given one more role, then nothing is lost by it', () => {
    fc.assert(
      fc.property(grants, grant, capability, fc.option(plans), (held, more, one, plan) => {
        if (mayOn(granted(...held), one, plan))
          expect(mayOn(granted(...held, more), one, plan)).toBe(true);
      }),
    );
  });
});

describe('the plans that somebody may read', () => {
  it('given any roles, then they are those that they may read one by one', () => {
    fc.assert(
      fc.property(grants, (held) => {
        const readable = plansReadableBy(granted(...held));
        for (const plan of [harbour, vale, moor])
          expect(readable === 'all' || readable.has(plan)).toBe(
            mayOn(granted(...held), 'read', plan),
          );
        expect(readable === 'all').toBe(mayOn(granted(...held), 'read', null));
      }),
    );
  });

  it('given roles on two plans, then these two; given one on every plan, then all', () => {
    const two = [
      { role: 'reader', plan: harbour },
      { role: 'owner', plan: vale },
    ] as const;
    expect(plansReadableBy(granted(...two))).toEqual(new Set([harbour, vale]));
    expect(plansReadableBy(granted(...two, { role: 'auditor', plan: null }))).toBe('all');
    expect(plansReadableBy(granted())).toEqual(new Set());
  });
});

describe('who may not', () => {
  it.each([
    [
      mayNot('update', harbour),
      'You may not update actions of the plan "harbour": that takes the role owner (actions that are theirs), manager or administrator.',
    ],
    [
      mayNot('administer', null),
      'You may not say who may do what on every plan: that takes the role administrator.',
    ],
  ])('given %j, then it says which roles may', (failure, message) => {
    expect(failure).toEqual({ _tag: 'NotAuthorised', message });
  });

  it('given a role that may, then permitted; given none, then told', () => {
    const manager = granted({ role: 'manager', plan: harbour });
    expect(permitted('manage', harbour)(manager)).toEqual(E.right(manager));
    expect(permitted('manage', vale)(manager)).toEqual(E.left(mayNot('manage', vale)));
  });
});
