import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { type PlanChoice, planItems, roleItems } from './role-words.ts';

/** The form of a new token, as it was typed. */
export type NewTokenForm = Readonly<{
  csrfToken: string;
  form: Readonly<{ name: string; for: string; role: string; plan: string }>;
  plans: ReadonlyArray<PlanChoice>;
  errors: FormErrors;
}>;

export const newTokenPage = ({
  plans,
  ...form
}: NewTokenForm): Readonly<{ title: string; content: string }> => ({
  title: 'Make a token',
  content: renderTemplate('administration/new-token.njk', {
    ...form,
    roleItems,
    planItems: planItems(plans),
  }),
});
