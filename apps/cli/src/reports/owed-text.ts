import type { OwedAnswer } from '@trackrecord/application';
import { safe, type Terminal } from '../terminal/terminal.ts';
import { shortened } from '../terminal/text-width.ts';
import { hanging } from '../terminal/wrapped.ts';

type Debts = ReadonlyArray<OwedAnswer>;

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const inWords = ({ reason, since, dueOn, daysOverdue, words }: OwedAnswer): string => {
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
      return `the target leaves something open since ${since}: “${words ?? ''}”`;
    case 'no observation':
      return `a period ended on ${since} without a value`;
    case 'data missing':
      return `data wanted by ${since}: “${words ?? ''}”`;
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

const ofAction = (terminal: Terminal, debts: Debts): ReadonlyArray<string> => {
  const [first] = debts;
  if (first === undefined) return [];
  const { action, title } = first;
  const start = `  ${(action ?? 'plan').padEnd(4)}`;
  const heading =
    action === null
      ? []
      : [start + shortened(safe(title ?? ''), Math.max(12, terminal.width - start.length))];
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
    ...[...Map.groupBy(debts, ({ action }) => action).values()].flatMap((some) =>
      ofAction(terminal, some),
    ),
  ];

const nobody = 'Nobody in particular (the plan’s manager answers)';

const byParty = (debts: Debts): ReadonlyArray<readonly [string, Debts]> => {
  const groups = [...Map.groupBy(debts, ({ party }) => party?.name ?? nobody)];
  return groups.toSorted(([a], [b]) => Number(a === nobody) - Number(b === nobody));
};

const ofPlan = (terminal: Terminal, debts: Debts): ReadonlyArray<string> => {
  const actions = new Set(debts.map(({ action }) => action)).size;
  return [
    terminal.colours.bold(
      `${debts[0]?.plan ?? ''}: ${debts.length} ${debts.length === 1 ? 'update' : 'updates'} owed on ${actions} ${actions === 1 ? 'action' : 'actions'}`,
    ),
    ...byParty(debts).flatMap(ofParty(terminal)),
  ];
};

/** Who owes what, by plan and by party: those who were asked first, what nobody in particular owes last. */
export const owedText =
  (owed: Debts) =>
  (terminal: Terminal): string =>
    owed.length === 0
      ? 'Nobody owes an update.'
      : [...Map.groupBy(owed, ({ plan }) => plan).values()]
          .map((debts) => ofPlan(terminal, debts).join('\n'))
          .join('\n\n');
