import { renderTemplate } from '../frame/render-template.ts';
import { type PlanNavigationOf, planNavigation } from '../plan-navigation/plan-navigation.ts';
import { ukDate } from '../words/uk-date.ts';
import { documentFileHref, documentHref } from './import-links.ts';

export type DocumentTextPageOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  may: PlanNavigationOf['may'];
  document: Readonly<{ sha256: string; name: string; on: string }>;
  /** The document's own characters. */
  text: string;
}>;

/** Lines as documents are read by them, LF or CRLF at their ends; a mark of the byte order is no word of anybody. */
const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .replace(/^\uFEFF/u, '')
    .replace(/\r?\n$/u, '')
    .split(/\r?\n/u);

/** The text of a document, line by line, each with its number: what a history's "line 12" means. */
export const documentTextPage = ({
  plan,
  may,
  document: { sha256, name, on },
  text,
}: DocumentTextPageOf): Readonly<{ title: string; content: string }> => ({
  title: `Text of ${name} – ${plan.title}`,
  content: renderTemplate('import/document-text.njk', {
    navigation: planNavigation({ plan, current: 'import', question: {}, may }),
    caption: plan.title,
    name,
    on: ukDate(on),
    back: documentHref(plan.id, sha256),
    fileHref: documentFileHref(plan.id, sha256),
    lines: linesOf(text),
  }),
});
