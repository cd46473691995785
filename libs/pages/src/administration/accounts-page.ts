import type { AccountAnswer } from '@trackrecord/application';
import { renderTemplate } from '../frame/render-template.ts';
import { administrationNavigation } from './administration-navigation.ts';
import { grantInWords, type PlanChoice } from './role-words.ts';

export const accountHref = (id: string): string =>
  `/administration/accounts/${encodeURIComponent(id)}`;

/** Every account, for administrators. */
export const accountsPage = (
  accounts: ReadonlyArray<AccountAnswer>,
  plans: ReadonlyArray<PlanChoice>,
): Readonly<{ title: string; content: string }> => ({
  title: 'Accounts',
  content: renderTemplate('administration/accounts.njk', {
    navigation: administrationNavigation('accounts'),
    accounts: accounts.map(({ id, signInName, party, open, grants }) => ({
      href: accountHref(id),
      signInName,
      name: party.name,
      open,
      roles: grants.map((grant) => grantInWords(plans, grant)),
    })),
  }),
});
