import type { Piece } from '../../document/blocks-of-pieces.ts';
import { proposePlan } from '../../propose-plan.ts';
import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import { documentOf } from './document-of.ts';

/** What a document of such pieces proposes; every block of it must have become something. */
export const planRead = (...parts: ReadonlyArray<ReadonlyArray<Piece>>): ProposedPlan => {
  const document = documentOf(...parts);
  const plan = proposePlan(document);
  const accounted = new Set(plan.accounts.map(({ block }) => block));
  const lost = document.blocks.filter(({ index }) => !accounted.has(index));
  if (lost.length > 0) throw new Error(`unaccounted: ${JSON.stringify(lost)}`);
  return plan;
};

/** Refs with their ratings, as written too where that is asked for. */
export const ratingsOf = ({ actions }: ProposedPlan): ReadonlyArray<readonly [string, string]> =>
  actions.map(({ ref, rating }) => [ref, rating ?? 'Not rated']);

export const titlesOf = ({ actions }: ProposedPlan): ReadonlyArray<string> =>
  actions.map(({ title }) => title);

export const notesOf = ({ actions }: ProposedPlan): ReadonlyArray<ReadonlyArray<string>> =>
  actions.map(({ notes }) => notes.map(({ text }) => text));

export const messagesOf = ({ warnings }: ProposedPlan): ReadonlyArray<string> =>
  warnings.map(({ message }) => message);
