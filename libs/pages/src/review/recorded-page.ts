import type { PlanAnswer } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { byRef, changeSentence, type HistoryAnswer } from '@trackrecord/read-models';
import { actionPath } from '../action/action-links.ts';
import { titleParts } from '../action/title-parts.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';
import { holdPath, seenPath } from './review-paths.ts';

/** What a review grid recorded. */
export type RecordedOf = Readonly<{
  answer: PlanAnswer;
  may: PlanNavigationOf['may'];
  /** Its lines of the plan's trail. */
  lines: ReadonlyArray<HistoryAnswer>;
  /** The refs of actions for which what was said stood there already. */
  nothingNew: ReadonlyArray<string>;
  /** The last ordinal of what was recorded: what a board that made these changes saw. */
  upTo: number;
  /** The review's date, and what it looked at where it is held. */
  on: LocalDate | null;
  held: Readonly<{ on: LocalDate; lookedAt: number }> | null;
}>;

/** A line as a sentence, as it stands among others of the same action. */
const sentenceOf = (line: HistoryAnswer): string => `${changeSentence(line).replace(/,$/u, '')}.`;

/** What was recorded of one action: its sentences, and why. */
const actionOf =
  ({ plan, actions }: PlanAnswer) =>
  ([ref, lines]: readonly [string, ReadonlyArray<HistoryAnswer>]) => ({
    ref,
    title: titleParts(actions.find((action) => action.ref === ref)?.title ?? '').first,
    href: actionPath(plan.id, ref),
    sentences: lines.map(sentenceOf),
    why: [...new Set(lines.flatMap(({ why }) => (why === null ? [] : [why])))],
  });

const recordedModel = (of: RecordedOf) => {
  const { answer, lines, held, on } = of;
  const byAction = Map.groupBy(lines, ({ ref }) => ref ?? '');
  const actions = [...byAction].map(actionOf(answer)).toSorted(byRef);
  const plan = `/plans/${encodeURIComponent(answer.plan.id)}`;
  return {
    navigation: planNavigation({
      plan: answer.plan,
      current: 'reviews',
      question: {},
      may: of.may,
    }),
    caption: answer.plan.title,
    said:
      actions.length === 0
        ? 'Nothing was recorded anew'
        : `${count(actions.length, 'action')} recorded${on === null ? '' : `, true since ${ukDate(on)}`}`,
    actions,
    nothingNew: of.nothingNew,
    held:
      held === null
        ? null
        : {
            on: ukDate(held.on),
            lookedAt: held.lookedAt,
            sawThese: held.lookedAt >= of.upTo,
            href: seenPath(answer.plan.id, held),
          },
    holdHref: holdPath(answer.plan.id, { on, lookedAt: of.upTo }),
    reviewsHref: `${plan}/reviews`,
    planHref: plan,
  };
};

/** What was recorded, an action at a time. */
export const recordedPage = (of: RecordedOf): Readonly<{ title: string; content: string }> => ({
  title: `Recorded – ${of.answer.plan.title}`,
  content: renderTemplate('review/recorded.njk', recordedModel(of)),
});
