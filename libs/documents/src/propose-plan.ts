import { accountFor } from './assembly/account-for.ts';
import { listFound } from './assembly/grouping.ts';
import { missingNumbersIn } from './assembly/missing-numbers.ts';
import { proposeNarratives } from './assembly/narrative-sections.ts';
import { originOf } from './assembly/origin-of.ts';
import { readPlanFacts } from './assembly/plan-facts.ts';
import { proposeActions } from './assembly/propose-actions.ts';
import { proposeCrossReferences } from './assembly/propose-cross-references.ts';
import { proposeDataNeeds } from './assembly/propose-data-needs.ts';
import { proposeGlossary } from './assembly/propose-glossary.ts';
import { proposeIndicators, proposeStories, proposeTargets } from './assembly/propose-measures.ts';
import { proposeOutcomeLinks } from './assembly/propose-outcome-links.ts';
import { proposeParties } from './assembly/propose-parties.ts';
import { proposeResults } from './assembly/propose-results.ts';
import { proposeReviewQuestions } from './assembly/propose-review-questions.ts';
import { proposeStructure } from './assembly/propose-structure.ts';
import { type Subjects, nameSubjects } from './assembly/subjects.ts';
import { warnOf } from './assembly/warn-of.ts';
import { type ColumnMeanings, noMeanings } from './columns/column-meanings.ts';
import { proposeColumns } from './columns/propose-columns.ts';
import { copyOriginOf } from './copies/copy-origin.ts';
import type { Document } from './document/document.ts';
import type { Finding } from './outline/finding.ts';
import { readOutline } from './outline/read-outline.ts';
import { surveyDocument } from './outline/survey.ts';
import type { DoubtfulRequest, ProposedPlan } from './proposal/proposed-plan.ts';
import { readUpdateRequests } from './recognisers/update-requests.ts';

const doubtfulRequests = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<DoubtfulRequest> =>
  listFound(findings, 'note').flatMap(({ block, key, text }) =>
    readUpdateRequests(text).doubtful.map((words) => ({
      action: subjects.actions.get(key) ?? '',
      words,
      from: originOf(block, words),
    })),
  );

/**
 * What a document proposes: recognised block by block, then put together.
 * Every block is accounted for: as a field of something, or as part of a narrative section.
 * @param meanings what people said that columns mean, asked before the names that their heads go by
 */
export const proposePlan = (
  document: Document,
  meanings: ColumnMeanings = noMeanings,
): ProposedPlan => {
  const { blocks } = document;
  const findings = readOutline(blocks, surveyDocument(blocks, meanings));
  const subjects = nameSubjects(findings);
  const sections = proposeNarratives(findings, subjects);
  const narrative = listFound(findings, 'narrative').map(({ block }) => block);
  const facts = readPlanFacts(blocks, narrative);
  const review = proposeReviewQuestions(narrative);
  const actions = proposeActions(findings, subjects);
  const proposed = {
    ...facts.said,
    ...proposeStructure(findings),
    results: proposeResults(findings),
    actions,
    targets: proposeTargets(findings, subjects),
    indicators: proposeIndicators(findings, subjects),
    stories: proposeStories(findings, subjects),
    dataNeeds: proposeDataNeeds(findings, subjects),
    outcomeLinks: proposeOutcomeLinks(findings),
    glossary: proposeGlossary(findings),
    parties: proposeParties(findings, actions),
    crossReferences: proposeCrossReferences(findings, subjects),
    reviewQuestions: review.questions,
    narratives: sections.narratives,
    missingNumbers: missingNumbersIn(actions.map(({ ref }) => ref)),
    duplicates: subjects.duplicates.map(({ block, number, ref }) => ({
      number,
      ref,
      from: originOf(block),
    })),
    doubtfulRequests: doubtfulRequests(findings, subjects),
    // What Trackrecord wrote itself has columns that need no question.
    columns: copyOriginOf(document) === undefined ? proposeColumns(blocks, findings, meanings) : [],
  };
  return {
    ...proposed,
    warnings: warnOf(blocks, findings, proposed, [...facts.warnings, ...review.warnings]),
    accounts: accountFor(findings, subjects, sections, proposed, facts.accounts),
  };
};
