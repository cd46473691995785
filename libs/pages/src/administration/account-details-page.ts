import type { AccountAnswer } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { count } from '../words/count.ts';
import { accountHref } from './accounts-page.ts';
import { grantInWords, type PlanChoice, planItems, roleItems } from './role-words.ts';

/** One account, for administrators. */
export type AccountDetails = Readonly<{
  csrfToken: string;
  account: AccountAnswer;
  /** Whether it is that of the administrator who looks. */
  isOwn: boolean;
  plans: ReadonlyArray<PlanChoice>;
  hasPassword: boolean;
  /** With how many browsers they are signed in now. */
  sessions: number;
  /** A password that was just made: shown this once. */
  secret: string | undefined;
  /** What was typed and refused; empty otherwise. */
  form: Readonly<{ role: string; plan: string; why: string }>;
  errors: FormErrors;
}>;

export const accountDetailsPage = ({
  account,
  plans,
  sessions,
  ...rest
}: AccountDetails): Readonly<{ title: string; content: string }> => ({
  title: `Account of ${account.party.name}`,
  content: renderTemplate('administration/account.njk', {
    ...rest,
    here: accountHref(account.id),
    name: account.party.name,
    signInName: account.signInName,
    open: account.open,
    state: account.open ? 'Open' : 'Closed',
    sessions: sessions === 0 ? 'Nowhere' : `With ${count(sessions, 'browser')}`,
    trailHref: `/audit?${new URLSearchParams({ subject: `account ${account.signInName}` }).toString()}`,
    roles: account.grants.map((grant) => ({
      text: grantInWords(plans, grant),
      role: grant.role,
      plan: grant.plan ?? '',
    })),
    roleItems,
    planItems: planItems(plans),
  }),
});
