import type { ChangesAnswer } from '@trackrecord/application';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { shortened, textWidth } from '../terminal/text-width.ts';
import { hanging, wrapped } from '../terminal/wrapped.ts';

type Change = ChangesAnswer['changes'][number];
type Kind = Change['kind'];

/** The kinds in the order in which a board asks for them, as headings. */
const headings: Readonly<Record<Kind, string>> = {
  're-rated': 'Re-rated',
  closed: 'Closed',
  reopened: 'Reopened',
  new: 'New',
  gone: 'Gone from the plan',
  slipped: 'Slipped',
  rescheduled: 'Rescheduled',
  moved: 'Moved',
  renumbered: 'Renumbered',
  owners: 'Owners changed',
  reworded: 'Reworded',
  noted: 'Notes',
  silent: 'Silent: no news in all that time',
};

const quoted = (words: string | null): string =>
  words === null || words === '' ? 'nothing' : `“${shortened(words, 160)}”`;

const plain = (words: string | null): string => (words === null || words === '' ? 'none' : words);

/** The notes that were not there before. */
const newIn = (from: string | null, to: string | null): string => {
  const before = new Set((from ?? '').split('\n'));
  const added = (to ?? '').split('\n').filter((words) => !before.has(words));
  return added.join(' ').trim() || 'a note is gone';
};

const detailOf = ({ kind, from, to }: Change): string => {
  switch (kind) {
    case 're-rated':
    case 'slipped':
    case 'rescheduled':
    case 'moved':
    case 'renumbered':
    case 'owners':
      return `${plain(from)} → ${plain(to)}`;
    case 'reworded':
      return `${quoted(from)} → ${quoted(to)}`;
    case 'noted':
      return shortened(newIn(from, to), 240);
    case 'silent':
      return from === null ? 'no news ever' : `last news ${from}`;
    case 'new':
      return to ?? '';
    case 'gone':
      return `was ${plain(from)}`;
    case 'closed':
    case 'reopened':
      return '';
  }
};

const refWidth = 4;

/** Details longer than this go on lines of their own, under the action. */
const longestDetail = 24;

const isWordy = ({ kind }: Change): boolean => kind === 'reworded' || kind === 'noted';

/** "  7   Amber → Green  Bring the wait …" */
const oneLine = ({ width }: Terminal, change: Change, detailWidth: number): string => {
  const detail = safe(detailOf(change));
  const padding = ' '.repeat(Math.max(0, detailWidth - textWidth(detail)));
  const start = `  ${change.ref.padEnd(refWidth)}${detail}${padding}${detailWidth === 0 ? '' : '  '}`;
  return start + shortened(safe(change.title), Math.max(12, width - textWidth(start)));
};

/** The action on one line, and under it what changed. */
const several = ({ width }: Terminal, change: Change): ReadonlyArray<string> => {
  const start = `  ${change.ref.padEnd(refWidth)}`;
  const detail = detailOf(change);
  return change.kind === 'reworded'
    ? hanging(width, start, detail)
    : [
        start + shortened(safe(change.title), Math.max(12, width - start.length)),
        ...hanging(width, ' '.repeat(start.length), detail),
      ];
};

const linesOf = (terminal: Terminal, changes: ReadonlyArray<Change>): ReadonlyArray<string> => {
  const details = changes.map((change) => textWidth(safe(detailOf(change))));
  const widest = Math.max(0, ...details);
  const isShort = widest <= Math.min(longestDetail, terminal.width / 3);
  return changes.flatMap((change) =>
    !isWordy(change) && isShort ? [oneLine(terminal, change, widest)] : several(terminal, change),
  );
};

const section =
  (terminal: Terminal, changes: ReadonlyArray<Change>) =>
  ([kind, heading]: readonly [string, string]): ReadonlyArray<string> => {
    const some = changes.filter((change) => change.kind === kind);
    if (some.length === 0) return [];
    const lines = linesOf(terminal, some);
    return [
      '',
      terminal.colours.bold(`${heading} (${some.length})`),
      ...(kind === 're-rated' ? lines.map((line) => withRatingsPainted(terminal, line)) : lines),
    ];
  };

/** What changed between two dates, by kind of change: the board's agenda. */
export const changesText =
  ({ plan, from, to, changes }: ChangesAnswer) =>
  (terminal: Terminal): string =>
    [
      ...wrapped(terminal.width, `${plan} from ${from.on} to ${to.on}`).map(terminal.colours.bold),
      terminal.colours.dim(
        from.ordinal === to.ordinal
          ? `as known at ordinal ${from.ordinal}`
          : `as known at ordinals ${from.ordinal} and ${to.ordinal}`,
      ),
      ...(changes.length === 0 ? ['Nothing changed.'] : []),
      ...Object.entries(headings).flatMap(section(terminal, changes)),
    ].join('\n');
