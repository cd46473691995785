import { byColour } from '@trackrecord/read-models';
import type { Finding, FindingOf } from '../outline/finding.ts';
import type { SubjectKind } from '../proposal/account.ts';
import type { Under } from '../proposal/under.ts';
import type { Subjects } from './subjects.ts';

export type FieldOf = Readonly<{ kind: SubjectKind; ref: string; field: string }>;

const of = (kind: SubjectKind, ref: string | undefined, field: string): FieldOf => ({
  kind,
  ref: ref ?? '',
  field,
});

/** The narrowest thing that a heading is about. */
const headed = (under: Under, field: string): FieldOf => {
  if (under.theme !== undefined) return of('theme', under.theme, field);
  if (under.enabler !== undefined) return of('enabler', under.enabler, field);
  return under.priority === undefined
    ? of('plan', 'plan', field)
    : of('priority', under.priority, field);
};

/** A rating by a colour is told as one. */
const ratingField = ({ rating, byColour: isByColour, asWritten }: FindingOf<'rating'>): string => {
  const colour = isByColour === true && rating !== undefined ? byColour(asWritten) : undefined;
  return colour === undefined ? 'rating' : `rating ${colour}`;
};

const fieldOfAction = (
  finding: FindingOf<'rating' | 'timescale' | 'owners' | 'note' | 'empty field'>,
): string => {
  switch (finding.found) {
    case 'rating':
      return ratingField(finding);
    case 'timescale':
    case 'owners':
      return finding.found;
    case 'note':
      return 'notes';
    case 'empty field':
      return finding.field;
  }
};

/** Which field of which thing a finding's block became; `undefined` where it became narrative, or warns only. */
export const fieldOf = (finding: Finding, subjects: Subjects): FieldOf | undefined => {
  switch (finding.found) {
    case 'priority':
    case 'priority title':
      return of('priority', finding.ref, 'title');
    case 'priority statement':
      return of('priority', finding.ref, 'statement');
    case 'theme':
      return of('theme', finding.ref, 'title');
    case 'enabler':
      return of('enabler', finding.ref, 'title');
    case 'result':
    case 'result title':
      return of('result', finding.ref, 'title');
    case 'action':
    case 'action title':
      return of('action', subjects.actions.get(finding.key), 'title');
    case 'rating':
    case 'timescale':
    case 'owners':
    case 'note':
    case 'empty field':
      return of('action', subjects.actions.get(finding.key), fieldOfAction(finding));
    case 'target':
      return of('target', subjects.targets.get(finding.key), 'words');
    case 'indicator':
      return of('indicator', subjects.indicators.get(finding.key), 'title');
    case 'breakdown':
      return of('indicator', subjects.indicators.get(finding.key), 'breakdowns');
    case 'indicator baseline':
      return of('indicator', subjects.indicators.get(finding.key), 'baseline');
    case 'story':
      return of('story', subjects.stories.get(finding.key), 'text');
    case 'data need':
      return of('data need', subjects.dataNeeds.get(finding.block.index), 'words');
    case 'outcome':
    case 'outcome title':
      return of('outcome', subjects.outcomes.get(finding.key), 'title');
    case 'term':
      return of('glossary term', finding.term, 'term');
    case 'meaning':
      return of('glossary term', finding.term, 'meaning');
    case 'organisation':
      return of('party', finding.name, 'name');
    case 'board role':
      return of('party', finding.organisation, 'board role');
    case 'cross-reference':
      return of('cross-reference', finding.text, 'as written');
    case 'section heading':
      return headed(finding.under, `heading of ${finding.section}`);
    case 'column head':
      return of('plan', 'plan', `column head of ${finding.meaning}`);
    case 'outcome link':
    case 'narrative':
    case 'warning':
      return undefined;
  }
};
