import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';

/** The form of the first administrator, as it was typed but for the passwords. */
export type FirstAdministratorForm = Readonly<{
  csrfToken: string;
  form: Readonly<{ code: string; name: string; signInName: string }>;
  errors: FormErrors;
}>;

export const firstAdministratorPage = (
  form: FirstAdministratorForm,
): Readonly<{ title: string; content: string }> => ({
  title: 'Make the first administrator',
  content: renderTemplate('sign-in/first-administrator.njk', form),
});
