import { type Document, proposePlan, type ProposedPlan, readText } from '@trackrecord/documents';

/** For specs: a text as a document. */
export const documentOf = (text: string): Document => {
  const read = readText('plan.txt', new TextEncoder().encode(text));
  if (read._tag === 'Left') throw new Error(`not read: ${read.left._tag}`);
  return read.right;
};

/** For specs: what a text proposes. */
export const planOf = (text: string): ProposedPlan => proposePlan(documentOf(text));
