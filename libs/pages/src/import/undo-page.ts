import type { UndoPreview } from '@trackrecord/application';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { planNavigation, type PlanNavigationOf } from '../plan-navigation/plan-navigation.ts';
import { count } from '../words/count.ts';
import { ukDate } from '../words/uk-date.ts';
import { documentsHref, undoHref } from './import-links.ts';
import { countedKind, itemInWords } from './import-words.ts';
import { changedItems, type TitleOf } from './planned-items.ts';

export type UndoPageOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  may: PlanNavigationOf['may'];
  csrfToken: string;
  document: Readonly<{ sha256: string; name: string; on: string }>;
  undone: UndoPreview;
  /** The words of what is in the plan, by subject. */
  titleOf: TitleOf;
  /** What the form sends back, so that it is done once, and as it was shown. */
  sends: ReadonlyArray<Readonly<{ name: string; value: string }>>;
  form: Readonly<{ why: string }>;
  errors: FormErrors;
  /** Whether something else would be undone now than when the form was opened. */
  isOtherwise: boolean;
}>;

const kindOf = (subject: string): string => subject.split(' ')[0] ?? '';
const refOf = (subject: string): string | null => subject.split(' ').slice(1).join(' ') || null;

const order = [
  ...['priority', 'theme', 'enabler', 'result', 'action', 'target', 'dataNeed', 'indicator'],
];

const goneView = ({ gone }: UndoPreview) =>
  [...Map.groupBy(gone, ({ subject }) => kindOf(subject))]
    .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([kind, items]) => ({
      heading: countedKind(items.length, kind),
      items: items.map(({ subject, title }) => ({
        name: itemInWords(kind, refOf(subject)),
        title: title ?? (kind === 'indicator' ? (refOf(subject) ?? '') : ''),
      })),
    }));

const changedView = ({ plan, undone, titleOf }: UndoPageOf) =>
  undone.isPlanGone
    ? []
    : changedItems(undone.changed, titleOf).map((item) => ({
        ...item,
        href:
          item.ref === null
            ? null
            : `/plans/${encodeURIComponent(plan.id)}/actions/${encodeURIComponent(item.ref)}`,
      }));

/** What undoing an import would take back, before it is done. */
export const undoPage = (of: UndoPageOf): Readonly<{ title: string; content: string }> => {
  const { plan, may, document, undone, csrfToken, sends, form, errors, isOtherwise } = of;
  return {
    title: `Undo the import of ${document.name}`,
    content: renderTemplate('import/undo.njk', {
      csrfToken,
      sends,
      form,
      errors,
      isOtherwise,
      navigation: planNavigation({ plan, current: 'import', question: {}, may }),
      caption: plan.title,
      name: document.name,
      on: ukDate(document.on),
      facts: count(undone.facts, 'fact'),
      isPlanGone: undone.isPlanGone,
      gone: goneView(undone),
      changed: changedView(of),
      here: undoHref(plan.id, document.sha256),
      back: documentsHref(plan.id),
    }),
  };
};
