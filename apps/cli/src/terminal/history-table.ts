import type { HistoryAnswer } from '@trackrecord/application';
import { table } from './table.ts';
import type { Terminal } from './terminal.ts';

const shortened = (words: string | null): string => {
  if (words === null) return '–';
  const line = words.replace(/\s+/gu, ' ');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};

const whatHappened = ({ field, from, to, retracted, confirmed }: HistoryAnswer): string => {
  const change = from === null ? shortened(to) : `${shortened(from)} → ${shortened(to)}`;
  const kept = confirmed ? `still ${shortened(to)}` : change;
  return `${field}: ${kept}${retracted === null ? '' : ` (taken back at ${retracted.ordinal})`}`;
};

const whoSaid = ({ by, onWordOf, verified, channel }: HistoryAnswer): string =>
  [
    by,
    ...(onWordOf === null ? [] : [`on the word of ${onWordOf}`]),
    ...(verified ? [] : ['(not verified)']),
    ...(channel === 'document' ? ['by document'] : []),
  ].join(' ');

const whyAndWhere = ({ why, source }: HistoryAnswer): string =>
  [
    ...(why === null ? [] : [why]),
    ...(source === null ? [] : [`${source.document.slice(0, 8)}, line ${source.line}`]),
  ].join(' · ');

/** An audit trail as a table: when recorded, when true, what, by whom, why and from where. */
export const historyTable = (terminal: Terminal, rows: ReadonlyArray<HistoryAnswer>): string =>
  table(
    terminal,
    [
      { heading: 'Ordinal', width: 7 },
      { heading: 'Effective', width: 10 },
      { heading: 'What' },
      { heading: 'Who', width: Math.max(14, Math.floor(terminal.width / 5)) },
      { heading: 'Why, where from', width: Math.max(16, Math.floor(terminal.width / 5)) },
    ],
    rows.map((row) => [
      String(row.ordinal),
      row.effectiveOn,
      whatHappened(row),
      whoSaid(row),
      whyAndWhere(row),
    ]),
  );
