import type { HistoryAnswer, Question } from '@trackrecord/application';
import { withDates } from '../frame/date-query.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { type PlanNavigationOf, planNavigation } from '../plan-navigation/plan-navigation.ts';
import { ukDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import {
  documentFileHref,
  documentHref,
  documentTextHref,
  nextImportHref,
  undoHref,
  uploadedFileHref,
} from './import-links.ts';

/** A document that was imported, for one date. */
export type ImportedDocument = Readonly<{
  sha256: string;
  name: string;
  on: string;
  blocks: number;
  /** Its import, as a line of the plan's history. */
  line: HistoryAnswer;
  /** The upload that holds its bytes, where one is kept. */
  upload: string | null;
}>;

export type DocumentsPageOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  question: Question;
  may: PlanNavigationOf['may'];
  /** Whether whoever looks may change the plan, and looks at today. */
  mayChange: boolean;
  documents: ReadonlyArray<ImportedDocument>;
}>;

const planHref = (plan: string): string => `/plans/${encodeURIComponent(plan)}`;

/** "web", "on the word of": how a line came to be, for a reader. */
const recordedView = ({ recordedAt, by, onWordOf }: HistoryAnswer) => ({
  when: ukInstant(recordedAt),
  by: onWordOf === null ? by : `${by}, on the word of ${onWordOf}`,
});

/**
 * Where a document that is kept can be read and saved: by whoever reads the plan while it stands in it; once its import
 * was undone, by whoever keeps the plan.
 */
const sourceView = (
  plan: string,
  { sha256, line, upload }: Pick<ImportedDocument, 'sha256' | 'line' | 'upload'>,
  mayChange: boolean,
): Readonly<{ textHref: string | null; fileHref: string | null }> => {
  if (upload === null) return { textHref: null, fileHref: null };
  if (line.retracted === null)
    return { textHref: documentTextHref(plan, sha256), fileHref: documentFileHref(plan, sha256) };
  return { textHref: null, fileHref: mayChange ? uploadedFileHref(plan, upload) : null };
};

const documentView = (
  { plan, mayChange }: DocumentsPageOf,
  { sha256, name, on, blocks, line, upload }: ImportedDocument,
) => ({
  name,
  href: documentHref(plan.id, sha256),
  on: ukDate(on),
  blocks: blocks.toLocaleString('en-GB'),
  ...recordedView(line),
  ...sourceView(plan.id, { sha256, line, upload }, mayChange),
  // Names may repeat; the beginning of a hash is enough.
  asInHref: withDates(planHref(plan.id), { asIn: sha256.slice(0, 12) }),
  undoHref: mayChange ? undoHref(plan.id, sha256) : null,
});

/** The documents that were imported into a plan, the newest first; those that were undone apart. */
export const documentsPage = (
  of: DocumentsPageOf,
): Readonly<{ title: string; content: string }> => {
  const { plan, question, may, mayChange, documents } = of;
  const newestFirst = documents.toSorted((a, b) => b.line.ordinal - a.line.ordinal);
  return {
    title: `Documents of ${plan.title}`,
    content: renderTemplate('import/documents.njk', {
      navigation: planNavigation({ plan, current: 'import', question, may }),
      caption: plan.title,
      importHref: mayChange ? nextImportHref(plan.id) : null,
      back: withDates(planHref(plan.id), question),
      mayChange,
      standing: newestFirst
        .filter(({ line }) => line.retracted === null)
        .map((one) => documentView(of, one)),
      undone: newestFirst.flatMap((one) => {
        const { retracted } = one.line;
        return retracted === null
          ? []
          : [
              {
                ...documentView(of, one),
                undoneWhen: ukInstant(retracted.recordedAt),
                undoneBy: retracted.by,
                why: retracted.why,
              },
            ];
      }),
    }),
  };
};

export type DocumentPageOf = Readonly<{
  plan: Readonly<{ id: string; title: string }>;
  may: PlanNavigationOf['may'];
  mayChange: boolean;
  document: ImportedDocument;
  /** How many facts are recorded from it. */
  facts: number;
  /** The date of the document before it, from which on changes are shown. */
  before: string | null;
  /** What was said with it: what was put right by hand. */
  why: string | null;
  /** The upload of the file that it was before it was put right, where that is kept. */
  sent: string | null;
}>;

/** One imported document: what of it is recorded, and where to see it. */
export const documentPage = ({
  plan,
  may,
  mayChange,
  document,
  facts,
  before,
  why,
  sent,
}: DocumentPageOf): Readonly<{ title: string; content: string }> => {
  const view = documentView({ plan, question: {}, may, mayChange, documents: [] }, document);
  const { retracted } = document.line;
  return {
    title: `${document.name} – ${plan.title}`,
    content: renderTemplate('import/document.njk', {
      navigation: planNavigation({ plan, current: 'import', question: {}, may }),
      caption: plan.title,
      ...view,
      sha256: document.sha256,
      facts,
      why,
      sentHref: sent === null || !mayChange ? null : uploadedFileHref(plan.id, sent),
      undone:
        retracted === null
          ? null
          : { when: ukInstant(retracted.recordedAt), by: retracted.by, why: retracted.why },
      planHref: planHref(plan.id),
      onDateHref: withDates(planHref(plan.id), { asOf: document.line.effectiveOn }),
      changesHref:
        before === null ? null : `${planHref(plan.id)}/changes?from=${before}&to=${document.on}`,
      before: before === null ? null : ukDate(before),
    }),
  };
};
