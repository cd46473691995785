import { renderTemplate } from '../frame/render-template.ts';

/** A form that was filled in and not taken, with a mark by which it will be. */
export type KeptFormPageOf = Readonly<{
  /** Whether they have just signed in again; else the page itself was too old. */
  hasSignedIn: boolean;
  csrfToken: string;
  /** Where the form goes: a path of our own, at which the form itself is too. */
  to: string;
  fields: ReadonlyArray<readonly [name: string, value: string]>;
}>;

/** What was filled in is offered once more: nothing of it has to be typed again, and nothing happens unasked. */
export const keptFormPage = ({
  fields,
  ...of
}: KeptFormPageOf): Readonly<{ title: string; content: string }> => ({
  title: 'Nothing is recorded yet',
  content: renderTemplate('sign-in/kept-form.njk', {
    ...of,
    fields: fields.map(([name, value]) => ({ name, value })),
  }),
});
