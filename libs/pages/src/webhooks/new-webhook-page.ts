import { type PlanChoice, planItems } from '../administration/role-words.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { newsItems } from './webhook-words.ts';

/** The form of a new webhook, as it was typed. */
export type NewWebhookForm = Readonly<{
  csrfToken: string;
  form: Readonly<{
    name: string;
    address: string;
    kinds: ReadonlyArray<string>;
    plan: string;
    withText: boolean;
    why: string;
  }>;
  plans: ReadonlyArray<PlanChoice>;
  errors: FormErrors;
}>;

export const newWebhookPage = ({
  plans,
  form,
  ...rest
}: NewWebhookForm): Readonly<{ title: string; content: string }> => ({
  title: 'Register a webhook',
  content: renderTemplate('webhooks/new-webhook.njk', {
    ...rest,
    form: { ...form, withText: form.withText ? ['yes'] : [] },
    newsItems,
    planItems: planItems(plans),
  }),
});
