import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { type PlanChoice, planItems, roleItems } from './role-words.ts';

/** The form of a new account, as it was typed. */
export type NewAccountForm = Readonly<{
  csrfToken: string;
  form: Readonly<{ name: string; signInName: string; role: string; plan: string }>;
  plans: ReadonlyArray<PlanChoice>;
  errors: FormErrors;
}>;

export const newAccountPage = ({
  plans,
  ...form
}: NewAccountForm): Readonly<{ title: string; content: string }> => ({
  title: 'Open an account',
  content: renderTemplate('administration/new-account.njk', {
    ...form,
    roleItems,
    planItems: planItems(plans),
  }),
});
