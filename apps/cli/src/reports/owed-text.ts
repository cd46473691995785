import type { OwedAnswer } from '@trackrecord/application';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { shortened } from '../terminal/text-width.ts';
import { hanging } from '../terminal/wrapped.ts';
import { counted } from './order-words.ts';

type Debts = ReadonlyArray<OwedAnswer>;

const days = (count: number): string => counted(count, 'day');

const inWords = ({ reason, since, dueOn, daysOverdue, words, title }: OwedAnswer): string => {
  switch (reason) {
    case 'asked': {
      const age =
        dueOn === since
          ? `${days(daysOverdue)} ago`
          : `for ${dueOn}${daysOverdue > 0 ? `, ${days(daysOverdue)} overdue` : ''}`;
      return `asked on ${since}, ${age}: “${words ?? ''}”`;
    }
    case 'overdue':
      return `no news since ${since}: due ${dueOn}, ${days(daysOverdue)} overdue`;
    case 'never rated':
      return `never rated, in the plan since ${since}`;
    case 'timescale passed':
      return `to be done by ${since}, and still open`;
    case 'target with a gap':
      // Where a document leaves a gap, its words are those of the target.
      return `left open since ${since}${words === null || words === title ? '' : `: “${words}”`}`;
    case 'no observation':
      return `a period ended on ${since} without a value`;
    case 'data missing':
      return `wanted by ${since}`;
    case 'period ended':
      return `the plan's period ended on ${since}: ${words ?? ''}`;
  }
};

const paintOf = ({ colours }: Terminal, { reason }: OwedAnswer) => {
  switch (reason) {
    case 'asked':
    case 'period ended':
      return colours.yellow;
    case 'timescale passed':
    case 'overdue':
      return colours.red;
    case 'never rated':
    case 'target with a gap':
    case 'no observation':
    case 'data missing':
      return colours.dim;
  }
};

/** Targets, indicators and data needs: nobody owns them. */
const isData = ({ action, about }: OwedAnswer): boolean => action === null && about !== 'plan';

/** "27" of an action, "target" or "data need" of data. */
const nameOf = ({ action, about }: OwedAnswer): string =>
  action ?? (about.split(':')[0] ?? '').replace('dataNeed', 'data need');

const ofOne = (terminal: Terminal, debts: Debts): ReadonlyArray<string> => {
  const [first] = debts;
  if (first === undefined) return [];
  const start = `  ${nameOf(first).padEnd(isData(first) ? 10 : 4)}`;
  const heading =
    first.about === 'plan'
      ? []
      : [start + shortened(safe(first.title ?? ''), Math.max(12, terminal.width - start.length))];
  return [
    ...heading,
    ...debts.flatMap((debt) =>
      hanging(terminal.width, '      ', inWords(debt)).map(paintOf(terminal, debt)),
    ),
  ];
};

const ofParty =
  (terminal: Terminal) =>
  ([name, debts]: readonly [string, Debts]): ReadonlyArray<string> => [
    '',
    ...hanging(terminal.width, '', name).map(terminal.colours.bold),
    ...[...Map.groupBy(debts, ({ about }) => about).values()].flatMap((some) =>
      ofOne(terminal, some),
    ),
  ];

const nobody = 'Nobody in particular (the plan’s manager answers)';
const ofData = 'Data (the plan’s manager answers)';

const byParty = (debts: Debts): ReadonlyArray<readonly [string, Debts]> => {
  const groups = [...Map.groupBy(debts, ({ party }) => party?.name ?? nobody)];
  return groups.toSorted(([a], [b]) => Number(a === nobody) - Number(b === nobody));
};

/** "16 updates owed on 12 actions, and 3 gaps in its data". */
const howMuch = (updates: Debts, data: Debts): string => {
  const actions = new Set(updates.flatMap(({ action }) => action ?? [])).size;
  const owed = `${counted(updates.length, 'update')} owed${actions === 0 ? '' : ` on ${counted(actions, 'action')}`}`;
  const gaps = `${counted(data.length, 'gap')} in its data`;
  if (data.length === 0) return owed;
  return updates.length === 0 ? gaps : `${owed}, and ${gaps}`;
};

const ofPlan = (terminal: Terminal, debts: Debts): ReadonlyArray<string> => {
  const data = debts.filter(isData);
  const updates = debts.filter((debt) => !isData(debt));
  return [
    terminal.colours.bold(`${debts[0]?.plan ?? ''}: ${howMuch(updates, data)}`),
    ...byParty(updates).flatMap(ofParty(terminal)),
    ...(data.length === 0 ? [] : ofParty(terminal)([ofData, data])),
  ];
};

/**
 * Who owes what, by plan and by party: those who were asked first, what nobody in particular owes after them, and data
 * last.
 */
export const owedText =
  (owed: Debts) =>
  (terminal: Terminal): string =>
    owed.length === 0
      ? 'Nobody owes an update.'
      : [...Map.groupBy(owed, ({ plan }) => plan).values()]
          .map((debts) => ofPlan(terminal, debts).join('\n'))
          .join('\n\n');
