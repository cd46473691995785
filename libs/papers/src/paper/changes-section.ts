import type { PaperAnswer, ToldChange } from '@trackrecord/application';
import { countInWords, dateInWords } from '@trackrecord/kernel';
import {
  type AgendaKind,
  agendaKind,
  agendaKinds,
  type HistoryAnswer,
} from '@trackrecord/read-models';
import type { PaperBlock, PaperCell, PaperSection } from './board-paper.ts';
import { type ColumnOf, heading, paragraph, ratingCell, tableOr, wordsCell } from './blocks.ts';
import { inShort } from './in-short.ts';
import { refsInWords } from './refs-in-words.ts';
import { sinceInWords } from './since-in-words.ts';

/** What changed, as the first word of a row. */
const labels: Readonly<Record<AgendaKind, string>> = {
  worse: 'Rated worse',
  better: 'Rated better',
  rated: 'Rating',
  slipped: 'Slipped',
  rescheduled: 'By when',
  new: 'New action',
  closed: 'Closed',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  moved: 'Moved',
  renumbered: 'Renumbered',
  reworded: 'Reworded',
  owners: 'Owners',
  noted: 'News',
  silent: 'No news',
};

const takenBack = ({ retracted }: HistoryAnswer): boolean => retracted !== null;

/** Of notes the new ones alone; where some only went, those that went. */
const notesOf = ({
  told,
}: ToldChange): Readonly<{ from: ReadonlyArray<string>; to: ReadonlyArray<string> }> => {
  const gone = told.flatMap((line) =>
    takenBack(line) ? (line.to ?? []) : line.value === null ? (line.from ?? []) : [],
  );
  return {
    from: gone,
    to: told.flatMap((line) => (takenBack(line) || line.value === null ? [] : (line.to ?? []))),
  };
};

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Both ends of a change, as cells. */
const endsOf = (change: ToldChange): readonly [from: PaperCell, to: PaperCell] => {
  const { kind, from, to } = change;
  switch (kind) {
    case 're-rated':
      return [ratingCell(from), ratingCell(to)];
    case 'new':
      return [wordsCell(), ratingCell(to)];
    case 'gone':
      return [ratingCell(from), wordsCell('No longer in the plan')];
    case 'noted': {
      const notes = notesOf(change);
      return [wordsCell(...notes.from), wordsCell(...notes.to)];
    }
    case 'owners':
      return [wordsCell(from === '' ? 'Nobody' : from), wordsCell(to === '' ? 'Nobody' : to)];
    case 'slipped':
    case 'rescheduled':
      return [wordsCell(from ?? 'No date'), wordsCell(to ?? 'No date')];
    case 'moved':
      return [
        wordsCell(from === '' ? 'Under no priority' : capitalised(from ?? '')),
        wordsCell(to === '' ? 'Under no priority' : capitalised(to ?? '')),
      ];
    case 'closed':
    case 'reopened':
      return [wordsCell(capitalised(from ?? '')), wordsCell(capitalised(to ?? ''))];
    case 'reworded':
    case 'renumbered':
    case 'silent':
      return [wordsCell(from), wordsCell(to)];
  }
};

/** "Ivo Farrow on 31 May 2026"; on whose word, where it was recorded for somebody else. */
const whoAndWhen = (line: HistoryAnswer): string => {
  const { by, onWordOf } = line.retracted ?? line;
  const who = onWordOf === null ? by : `${onWordOf}, recorded by ${by}`;
  return takenBack(line)
    ? `${who}, who took back what was said on ${dateInWords(line.effectiveOn)}`
    : `${who}, on ${dateInWords(line.effectiveOn)}`;
};

const once = (words: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(words)];

const whyOf = (line: HistoryAnswer): ReadonlyArray<string> => {
  const { why } = line.retracted ?? line;
  if (why !== null) return [why];
  return line.documentName === null ? [] : [`From ${line.documentName}`];
};

const columns: ReadonlyArray<ColumnOf<ToldChange>> = [
  { head: 'Ref', share: 5, of: ({ ref }) => wordsCell(ref) },
  { head: 'Action', share: 22, of: ({ title }) => wordsCell(inShort(title)) },
  { head: 'What changed', share: 10, of: (change) => wordsCell(labels[agendaKind(change)]) },
  { head: 'From', share: 17, of: (change) => endsOf(change)[0] },
  { head: 'To', share: 19, of: (change) => endsOf(change)[1] },
  {
    head: 'Who and when',
    share: 14,
    of: ({ told }) => wordsCell(...once(told.map(whoAndWhen))),
  },
  { head: 'Why', share: 13, of: ({ told }) => wordsCell(...once(told.flatMap(whyOf))) },
];

/** As a board asks: what got worse first. Within one kind they stay in the order of their refs. */
const asOnAgenda = (changes: ReadonlyArray<ToldChange>): ReadonlyArray<ToldChange> =>
  changes.toSorted(
    (a, b) => agendaKinds.indexOf(agendaKind(a)) - agendaKinds.indexOf(agendaKind(b)),
  );

/** By their refs alone: what nobody had news of may be most of the plan. */
const silentBlocks = (answer: PaperAnswer): ReadonlyArray<PaperBlock> => {
  const silent = answer.changes.filter(({ kind }) => kind === 'silent').map(({ ref }) => ref);
  return silent.length === 0
    ? []
    : [
        heading(2, 'Without news since then'),
        paragraph(
          `${countInWords(silent.length, 'open action')} had no news since ${dateInWords(answer.since.on)}: ${refsInWords(silent)}.`,
        ),
      ];
};

/** A plan that was not there then would be nothing but new actions. */
const changeBlocks = (answer: PaperAnswer, since: string): ReadonlyArray<PaperBlock> => {
  if (answer.before === null)
    return [
      paragraph(
        `The plan was not there on ${dateInWords(answer.since.on)}: all of it is new, ${countInWords(answer.plan.counts.actions, 'action')} among it.`,
      ),
    ];
  const changed = answer.changes.filter(({ kind }) => kind !== 'silent');
  if (changed.length === 0 && answer.since.on === answer.asOf)
    return [paragraph('That is the day of this paper: there is nothing to tell yet.')];
  return [
    tableOr(
      'Nothing has changed.',
      `What changed in the plan’s actions since ${since}, by whom, when and why.`,
      columns,
      asOnAgenda(changed),
    ),
    ...silentBlocks(answer),
  ];
};

/** What became of the plan’s actions since the last review: what, from what to what, by whom, when and why. */
export const changesSection = (answer: PaperAnswer): PaperSection => {
  const since = sinceInWords(answer);
  return {
    kind: 'changes',
    heading: `Changes since ${since}`,
    isWide: true,
    blocks: changeBlocks(answer, since),
  };
};
