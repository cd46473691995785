import type { ProposedPlan } from './proposal/proposed-plan.ts';

/** How much was found of each kind, for the report of an import. */
export type Found = Readonly<{
  priorities: number;
  themes: number;
  enablers: number;
  results: number;
  actions: number;
  missingNumbers: ReadonlyArray<number>;
  targets: number;
  indicators: number;
  /** Of the indicators those with a code, such as NI 55. */
  codedIndicators: number;
  /** Actions on which an update is asked for. */
  updateRequests: number;
  doubtfulRequests: number;
  dataNeeds: number;
  glossaryTerms: number;
  parties: number;
  crossReferences: number;
  outcomeLinks: number;
  stories: number;
  narratives: number;
}>;

export const countFound = (plan: ProposedPlan): Found => ({
  priorities: plan.priorities.length,
  themes: plan.themes.length,
  enablers: plan.enablers.length,
  results: plan.results.length,
  actions: plan.actions.length,
  missingNumbers: plan.missingNumbers,
  targets: plan.targets.length,
  indicators: plan.indicators.length,
  codedIndicators: plan.indicators.filter(({ code }) => code !== undefined).length,
  updateRequests: plan.actions.filter(({ requests }) => requests.length > 0).length,
  doubtfulRequests: plan.doubtfulRequests.length,
  dataNeeds: plan.dataNeeds.length,
  glossaryTerms: plan.glossary.length,
  parties: plan.parties.length,
  crossReferences:
    plan.crossReferences.length +
    plan.actions.reduce((total, { crossReferences }) => total + crossReferences.length, 0),
  outcomeLinks: plan.outcomeLinks.length,
  stories: plan.stories.length,
  narratives: plan.narratives.length,
});
