import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';

/** An account of a sample that anybody may try. */
export type SampleSignIn = Readonly<{
  signInName: string;
  password: string;
  name: string;
  tries: string;
}>;

/** The form to sign in with; a password that was typed is never shown again. */
export type SignInForm = Readonly<{
  csrfToken: string;
  signInName: string;
  /** Where to go afterwards: a path of our own. */
  next: string | undefined;
  /** A form that they filled in before, as one field; `null` where there is none. */
  kept: string | null;
  errors: FormErrors;
  /** Nobody can open accounts yet. */
  firstAdministrator: boolean;
  sample: ReadonlyArray<SampleSignIn>;
}>;

export const signInPage = (form: SignInForm): Readonly<{ title: string; content: string }> => ({
  title: 'Sign in',
  content: renderTemplate('sign-in/sign-in.njk', form),
});
