import type { Block } from '../document/block.ts';
import type { Rating } from '../proposal/rating.ts';
import type { Under } from '../proposal/under.ts';
import type { FieldMeaning } from '../recognisers/field-meaning.ts';
import type { Heading } from './place.ts';
import type { Section } from './section.ts';

/**
 * One thing that one block says. Findings come in the document's order; the proposal is put together from them.
 * A `key` names a thing that has no ref yet: the index of its first block.
 */
export type Finding = Readonly<{ block: Block }> &
  (
    | Readonly<{ found: 'priority'; ref: string; title: string }>
    | Readonly<{ found: 'priority title'; ref: string; text: string }>
    | Readonly<{ found: 'priority statement'; ref: string; text: string }>
    | Readonly<{ found: 'theme'; ref: string; title: string; priority?: string }>
    | Readonly<{ found: 'enabler'; ref: string; title: string }>
    | Readonly<{ found: 'result'; ref: string; label: string; title: string; priority?: string }>
    | Readonly<{ found: 'result title'; ref: string; text: string }>
    | Readonly<{
        found: 'action';
        key: number;
        label: string;
        number?: string;
        /** Whether numbers of this kind are the plan's own ("Action 12", "1.2.3") or a list's ("1."). */
        numbering: 'plan' | 'list';
        title: string;
        under: Under;
      }>
    | Readonly<{ found: 'action title'; key: number; text: string }>
    /** `byColour`: said by a colour alone, beside which words count. */
    | Readonly<{
        found: 'rating';
        key: number;
        rating?: Rating;
        asWritten: string;
        byColour?: true;
      }>
    | Readonly<{
        found: 'owners';
        key: number;
        role: 'lead' | 'support';
        names: ReadonlyArray<string>;
      }>
    | Readonly<{ found: 'timescale'; key: number; text: string }>
    | Readonly<{ found: 'note'; key: number; text: string }>
    /** An empty place of a field: it says that there is nothing. */
    | Readonly<{ found: 'empty field'; key: number; field: string }>
    | Readonly<{
        found: 'target';
        key: number;
        ref?: string;
        label: string;
        text: string;
        under: Under;
      }>
    | Readonly<{
        found: 'indicator';
        key: number;
        code?: string;
        title: string;
        under: Under;
        section: number;
      }>
    | Readonly<{ found: 'breakdown'; key: number; text: string }>
    | Readonly<{ found: 'indicator baseline'; key: number; text: string }>
    | Readonly<{ found: 'story'; key: number; text: string; under: Under }>
    | Readonly<{ found: 'data need'; text: string; under: Under }>
    | Readonly<{ found: 'outcome'; key: number; framework: string; ref?: string; title: string }>
    | Readonly<{ found: 'outcome title'; key: number; text: string }>
    | Readonly<{ found: 'outcome link'; key: number; priority: string; basis: 'said' | 'inferred' }>
    | Readonly<{ found: 'term'; term: string }>
    | Readonly<{ found: 'meaning'; term: string; meaning: string }>
    | Readonly<{ found: 'organisation'; name: string }>
    | Readonly<{ found: 'board role'; organisation: string; role: string }>
    | Readonly<{ found: 'cross-reference'; text: string; under: Under }>
    /** The heading of a section whose lines are fields: "Targets", "Immediate Actions". */
    | Readonly<{ found: 'section heading'; section: Section; under: Under }>
    | Readonly<{ found: 'column head'; meaning: FieldMeaning | 'other' }>
    | Readonly<{
        found: 'narrative';
        under: Under;
        isHeading: boolean;
        heading?: Heading;
        action?: number;
      }>
    | Readonly<{ found: 'warning'; message: string }>
  );

export type FindingOf<Kind extends Finding['found']> = Extract<Finding, { found: Kind }>;
