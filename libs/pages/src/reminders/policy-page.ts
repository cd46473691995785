import type { PolicyAnswer, PolicyPreview } from '@trackrecord/application';
import type { ConflictView } from '../change/change-form-page.ts';
import type { FormItem } from '../change/form-field.ts';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { listInWords } from '../words/list-in-words.ts';
import { policyFacts } from './policy-facts.ts';
import {
  cadenceField,
  cadenceItems,
  cadenceRatings,
  holidayRegions,
  type PolicyTyped,
} from './policy-fields.ts';
import { previewView } from './policy-preview.ts';
import { policyPath, remindersNavigation, type RemindersOf } from './reminders-navigation.ts';

/** The form for a policy, as it is opened or as it was sent. */
export type PolicyForm = Readonly<{
  typed: PolicyTyped;
  /** Why the policy is changed, as it was typed. */
  why: string;
  parties: ReadonlyArray<FormItem>;
  csrfToken: string;
  basedOn: number;
  hidden: ReadonlyArray<Readonly<{ name: string; value: string }>>;
  errors: FormErrors;
  conflict: ConflictView | null;
  /** What the policy in the form would do, and from what time of day. */
  preview: Readonly<{ told: PolicyPreview; at: string }> | null;
  /** Whether it was to be saved and was not, as it sends nothing or a flood: told once, and saved if it is meant. */
  isHeld: boolean;
}>;

/** How a plan's reminders go out: for whoever may change it, a form. */
export type PolicyPageOf = RemindersOf &
  Readonly<{
    answer: PolicyAnswer;
    form: PolicyForm | null;
    /** Where what it was before is told; `null` where whoever looks may not see that. */
    historyHref: string | null;
    /** Where it can be changed, on a past date. */
    todayHref: string | null;
  }>;

const formView = ({ plan, answer }: PolicyPageOf, form: PolicyForm) => {
  const { typed, preview } = form;
  const managers = listInWords(
    answer.managers.map(({ name }) => name),
    'and',
  );
  return {
    ...form,
    action: policyPath(plan.id),
    cadence: cadenceRatings(answer.scale).map((rating, place) => ({
      field: cadenceField(place),
      rating,
      value: typed.text(cadenceField(place)),
    })),
    cadenceItems,
    regions: holidayRegions.map((region) => ({ value: region, text: region })),
    nobodyNamed:
      answer.policy.manager === undefined && managers !== ''
        ? `Whoever has the role (now ${managers})`
        : 'Whoever has the role of the plan’s manager',
    zone: answer.timeZone,
    backHref: policyPath(plan.id),
    preview: preview === null ? null : previewView(preview.told, preview.at),
  };
};

/** The page: its title for the frame, and its content. It may hold a token of its visitor: never keep it. */
export const policyPage = (of: PolicyPageOf): Readonly<{ title: string; content: string }> => {
  const { plan, answer, form } = of;
  const values = (field: string): string => form?.typed.text(field) ?? '';
  return {
    title: `How reminders go out – ${plan.title}`,
    content: renderTemplate('reminders/policy.njk', {
      ...remindersNavigation(of, 'policy'),
      plan: plan.title,
      isDefault: answer.isDefault,
      isPaused: answer.policy.paused,
      facts: policyFacts(answer),
      historyHref: of.historyHref,
      todayHref: of.todayHref,
      form: form === null ? null : formView(of, form),
      value: values,
      ticked: (field: string): boolean => form?.typed.ticked(field) ?? false,
    }),
  };
};
