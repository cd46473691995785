import type { PlanAnswer, Question } from '@trackrecord/application';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { ukDate } from '../words/uk-date.ts';
import { actionLinks } from './action-links.ts';
import { titleParts } from './title-parts.ts';

/** An action that is not in its plan on the page's dates. */
export type MissingActionOf = Readonly<{
  plan: PlanAnswer;
  ref: string;
  /** The first date on which there is such an action; `undefined` where there never is. */
  firstOn: string | undefined;
  question: Question;
  may: PlanNavigationOf['may'];
}>;

/** Says that there is no such action, when there will be, and which ones there are. */
export const missingActionPage = ({
  plan,
  ref,
  firstOn,
  question,
  may,
}: MissingActionOf): Readonly<{ title: string; content: string }> => {
  const links = actionLinks(plan.plan.id, ref, question);
  return {
    title: 'No such action',
    content: renderTemplate('action/missing-action.njk', {
      navigation: planNavigation({ plan: plan.plan, current: 'plan', question, may }),
      ref,
      plan: { title: plan.plan.title, href: links.within('') },
      on: ukDate(plan.asOf),
      first:
        firstOn === undefined
          ? null
          : {
              on: ukDate(firstOn),
              href: `${actionLinks(plan.plan.id, ref, {}).here('')}?asOf=${firstOn}`,
            },
      formerly: plan.actions
        .filter(({ knownAs }) => knownAs.includes(ref))
        .map((one) => ({
          ref: one.ref,
          title: titleParts(one.title).first,
          href: links.action(one.ref),
        })),
      actions: plan.actions.map((one) => ({
        ref: one.ref,
        title: titleParts(one.title).first,
        href: links.action(one.ref),
      })),
    }),
  };
};
