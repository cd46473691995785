import type { PlanAnswer } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';

/** The names of the form's own fields. */
export const heldOnField = 'on';
export const lookedAtField = 'lookedAt';

/** The form that says that a board held a review, as it is opened or as it was sent and not taken. */
export type HoldReviewOf = Readonly<{
  answer: PlanAnswer;
  may: PlanNavigationOf['may'];
  typed: Readonly<{ on: string; lookedAt: string; why: string }>;
  errors: FormErrors;
  csrfToken: string;
  formId: string;
}>;

/** It holds a token of its visitor: never keep it. */
export const holdReviewPage = ({
  answer,
  may,
  typed,
  errors,
  csrfToken,
  formId,
}: HoldReviewOf): Readonly<{ title: string; content: string }> => {
  const plan = `/plans/${encodeURIComponent(answer.plan.id)}`;
  return {
    title: `Hold a review – ${answer.plan.title}`,
    content: renderTemplate('review/hold-review.njk', {
      navigation: planNavigation({ plan: answer.plan, current: 'reviews', question: {}, may }),
      caption: answer.plan.title,
      action: `${plan}/review/hold`,
      csrfToken,
      hidden: [{ name: 'formId', value: formId }],
      heldOn: { field: heldOnField, value: typed.on },
      lookedAt: {
        field: lookedAtField,
        value: typed.lookedAt,
        hint: `The ordinal at the foot of the page, or at the head of the paper, that the board had. As the plan stands now it is ${answer.ordinal}.`,
      },
      why: typed.why,
      errors,
      cancelHref: `${plan}/reviews`,
      gridHref: `${plan}/review`,
    }),
  };
};
