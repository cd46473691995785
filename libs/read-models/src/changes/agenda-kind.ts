import { ratingRank } from '../rating/rating-rank.ts';
import type { Change } from './changes-between.ts';

/** Changes as a board asks for them, in the order of its agenda. */
export const agendaKinds = [
  'worse',
  'better',
  'rated',
  'slipped',
  'rescheduled',
  'new',
  'closed',
  'reopened',
  'withdrawn',
  'moved',
  'renumbered',
  'reworded',
  'owners',
  'noted',
  'silent',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** What each kind is called where it is counted. */
export const agendaWords: Readonly<Record<AgendaKind, string>> = {
  worse: 'rated worse',
  better: 'rated better',
  rated: 'rated otherwise',
  slipped: 'slipped',
  rescheduled: 'rescheduled',
  new: 'new',
  closed: 'closed',
  reopened: 'reopened',
  withdrawn: 'withdrawn',
  moved: 'moved',
  renumbered: 'renumbered',
  reworded: 'reworded',
  owners: 'other owners',
  noted: 'with news',
  silent: 'silent',
};

/** A rating that came or went is neither better nor worse. */
const reRated = ({ from, to }: Change): AgendaKind => {
  const [before, after] = [from, to].map((rating) => ratingRank(rating ?? 'Not rated'));
  if (before === null || before === undefined || after === null || after === undefined)
    return 'rated';
  return after < before ? 'worse' : after > before ? 'better' : 'rated';
};

/** A change as the agenda names it. */
export const agendaKind = (change: Change): AgendaKind => {
  switch (change.kind) {
    case 're-rated':
      return reRated(change);
    case 'gone':
      return 'withdrawn';
    default:
      return change.kind;
  }
};
