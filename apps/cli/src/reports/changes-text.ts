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
      return to === null || to === '' ? `no note any more` : shortened(to, 240);
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

/** A change on one line where it fits ("  7  Amber → Green  Bring the wait …"), else on several. */
const lines = (terminal: Terminal, change: Change): ReadonlyArray<string> => {
  const { width } = terminal;
  const start = `  ${change.ref.padEnd(3)} `;
  const detail = safe(detailOf(change));
  const room = width - textWidth(start) - textWidth(detail) - 2;
  const title = safe(change.title);
  const told =
    !detail.includes('\n') && room >= 24
      ? [`${start}${detail}${detail === '' ? '' : '  '}${shortened(title, room)}`]
      : [
          ...(change.kind === 'reworded'
            ? []
            : [start + shortened(title, Math.max(12, width - textWidth(start)))]),
          ...hanging(width, change.kind === 'reworded' ? start : ' '.repeat(start.length), detail),
        ];
  return change.kind === 're-rated' ? told.map((line) => withRatingsPainted(terminal, line)) : told;
};

const section =
  (terminal: Terminal, changes: ReadonlyArray<Change>) =>
  ([kind, heading]: readonly [string, string]): ReadonlyArray<string> => {
    const some = changes.filter((change) => change.kind === kind);
    return some.length === 0
      ? []
      : [
          '',
          terminal.colours.bold(`${heading} (${some.length})`),
          ...some.flatMap((change) => lines(terminal, change)),
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
