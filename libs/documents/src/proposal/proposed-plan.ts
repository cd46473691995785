import type { Account } from './account.ts';
import type { ProposedColumn } from './column.ts';
import type { CrossReference } from './cross-reference.ts';
import type { ProposedNarrative } from './narrative.ts';
import type { Origin } from './origin.ts';
import type { ProposedParty } from './party.ts';
import type { ProposedAction } from './proposed-action.ts';
import type { Timescale } from './timescale.ts';
import type { Under } from './under.ts';
import type { Warning } from './warning.ts';

type From = Readonly<{ from: Origin }>;

export type ProposedPriority = From & Readonly<{ ref: string; title: string; statement?: string }>;

export type ProposedTheme = From & Readonly<{ ref: string; title: string; priority?: string }>;

export type ProposedEnabler = From & Readonly<{ ref: string; title: string }>;

export type ProposedResult = From &
  Readonly<{
    ref: string;
    /** As written: "Result 2(i):", "1(ii)"; a bullet where it has no number. */
    label: string;
    title: string;
    priority?: string;
    /** Values as written: "24", "zero", "At least 80%". */
    baseline?: string;
    target?: string;
    timescale?: Timescale;
  }>;

export type ProposedTarget = From &
  Readonly<{ ref: string; label: string; text: string; under: Under; timescale?: Timescale }>;

export type ProposedIndicator = From &
  Readonly<{
    /** Its code, or a word made of its title. */
    ref: string;
    code?: string;
    /** The code where the document gives no title. */
    title: string;
    under: Under;
    baseline?: string;
    /** "In the area where they live": the lines that it is broken down into. */
    breakdowns: ReadonlyArray<string>;
  }>;

/** The story behind a baseline, its paragraphs one a line. */
export type ProposedStory = From & Readonly<{ ref: string; under: Under; text: string }>;

/** Data that the plan says it lacks: a line of its data development plan, or a gap in words ("by ***"). */
export type ProposedDataNeed = From & Readonly<{ ref: string; text: string; under: Under }>;

export type ProposedOutcomeLink = From &
  Readonly<{
    priority: string;
    framework: string;
    /** The outcome's number, where its framework numbers it. */
    ref?: string;
    title: string;
    basis: 'said' | 'inferred';
  }>;

/** `null`: the document lists the term and leaves its meaning open. */
export type ProposedTerm = From & Readonly<{ term: string; meaning: string | null }>;

/** Outside of actions: the list at a plan's end, appendices named in its prose. */
export type ProposedCrossReference = From & CrossReference & Readonly<{ under: Under }>;

/** A question that the board asks itself at each review. */
export type ProposedReviewQuestion = From & Readonly<{ ref: string; title: string }>;

/** A number that several actions have; `ref` is what the later one got instead. */
export type DuplicateNumber = From & Readonly<{ number: string; ref: string }>;

/** Words of which it is doubtful whether they ask for an update: reported, not asked. */
export type DoubtfulRequest = From & Readonly<{ action: string; words: string }>;

/**
 * What a document proposes: everything that was recognised, in the document's order and by refs, with where it
 * was read. Nothing of it is decided yet, and nothing in it knows which layout it came from.
 */
export type ProposedPlan = Readonly<{
  title?: string;
  period?: Timescale;
  /** How often the plan is reviewed, in calendar months, where the document says so. */
  cadenceMonths?: number;
  priorities: ReadonlyArray<ProposedPriority>;
  themes: ReadonlyArray<ProposedTheme>;
  enablers: ReadonlyArray<ProposedEnabler>;
  results: ReadonlyArray<ProposedResult>;
  actions: ReadonlyArray<ProposedAction>;
  targets: ReadonlyArray<ProposedTarget>;
  indicators: ReadonlyArray<ProposedIndicator>;
  stories: ReadonlyArray<ProposedStory>;
  dataNeeds: ReadonlyArray<ProposedDataNeed>;
  outcomeLinks: ReadonlyArray<ProposedOutcomeLink>;
  glossary: ReadonlyArray<ProposedTerm>;
  parties: ReadonlyArray<ProposedParty>;
  crossReferences: ReadonlyArray<ProposedCrossReference>;
  reviewQuestions: ReadonlyArray<ProposedReviewQuestion>;
  narratives: ReadonlyArray<ProposedNarrative>;
  /** Numbers between the first action's and the last's that no action has. */
  missingNumbers: ReadonlyArray<number>;
  duplicates: ReadonlyArray<DuplicateNumber>;
  doubtfulRequests: ReadonlyArray<DoubtfulRequest>;
  /** The columns of its tables of actions: what each means, and which of them nobody knows. */
  columns: ReadonlyArray<ProposedColumn>;
  warnings: ReadonlyArray<Warning>;
  /** At least one for every block of the document. */
  accounts: ReadonlyArray<Account>;
}>;
