import type { Role } from '@trackrecord/domain';
import type { SampleAccount } from '@trackrecord/server';

/** Somebody of the sample who can sign in: one a role. */
export type SamplePerson = Readonly<{
  role: Role;
  name: string;
  signInName: string;
  /** The plan that the role is on; on every plan where absent. */
  plan?: string;
  /** What somebody who tries it out would do as them. */
  tries: string;
}>;

/** The sample's plan; the tour keeps its own under the same name. */
export const samplePlan = 'harbour';
export const otherSamplePlan = 'vale-schools';

/**
 * Anybody who can read this can sign in with it: a sample is served to its own machine alone, which `serve` sees to.
 */
export const samplePassword = 'harbour-and-vale';

export const samplePeople: ReadonlyArray<SamplePerson> = [
  {
    role: 'manager',
    name: 'Rhoda Tansley',
    signInName: 'manager',
    tries: 'keeps plans: imports, rates, reviews',
  },
  {
    role: 'owner',
    name: 'Nuala Finch',
    signInName: 'owner',
    plan: samplePlan,
    tries: 'gives updates on the actions that are theirs',
  },
  {
    role: 'auditor',
    name: 'Nell Ashby',
    signInName: 'auditor',
    tries: 'reads and exports all history',
  },
  {
    role: 'reader',
    name: 'Corin Vale',
    signInName: 'reader',
    tries: 'reads the plan on any date',
  },
  {
    role: 'administrator',
    name: 'Ottoline Marsh',
    signInName: 'administrator',
    tries: 'keeps accounts, roles and tokens',
  },
];

/** The same, as the sign-in page names them. */
export const sampleAccounts: ReadonlyArray<SampleAccount> = samplePeople.map(
  ({ signInName, name, tries }) => ({ signInName, name, tries, password: samplePassword }),
);
