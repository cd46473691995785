import type { AnswersCompared, EventDifference, EventsCompared } from '@trackrecord/application';
import type { Terminal } from '../terminal/terminal.ts';
import { safe } from '../terminal/terminal.ts';
import { shortened } from '../terminal/text-width.ts';
import { hanging, wrapped } from '../terminal/wrapped.ts';
import { counted } from './order-words.ts';

/** What came of holding two logs against each other; answers only where the events are equal. */
export type ComparisonReport = Readonly<{
  from: string;
  to: string;
  equal: boolean;
  events: EventsCompared;
  answers: AnswersCompared | null;
}>;

export const isEqual = ({
  events,
  answers,
}: Pick<ComparisonReport, 'events' | 'answers'>): boolean =>
  events.differences.length === 0 && answers?.differences.length === 0;

/** A stored text may be a page long. */
const shownOf = (words: string | null): string =>
  words === null ? 'nothing' : shortened(safe(words), 400);

const sides = (
  { width }: Terminal,
  { from, to }: ComparisonReport,
  one: string | null,
  other: string | null,
): ReadonlyArray<string> => [
  ...hanging(width, '  ', `${from}: ${shownOf(one)}`),
  ...hanging(width, '  ', `${to}: ${shownOf(other)}`),
];

const differsIn: Readonly<Record<EventDifference['in'], string>> = {
  event: 'another event',
  place: 'the same event in another place',
  text: 'the same event with other words',
};

/** What came of holding two logs against each other, for a person. */
export const comparedText =
  (report: ComparisonReport) =>
  (terminal: Terminal): string => {
    const { events, answers, equal } = report;
    if (equal)
      return wrapped(
        terminal.width,
        `Equal: ${counted(events.events, 'event')} in ${counted(events.streams, 'stream')}, event for event; ${counted(answers?.answers ?? 0, 'answer')} about ${counted(answers?.plans ?? 0, 'plan')}, answer for answer.`,
      ).join('\n');
    const found = [
      ...events.differences.flatMap(({ ordinal, in: what, one, other }) => [
        `Ordinal ${ordinal}: ${differsIn[what]}`,
        ...sides(terminal, report, one, other),
      ]),
      ...(answers?.differences ?? []).flatMap(({ question, one, other }) => [
        `Asked "${question}":`,
        ...sides(terminal, report, `…${one}…`, `…${other}…`),
      ]),
    ];
    return [
      ...wrapped(
        terminal.width,
        `Not equal. ${counted(events.events, 'event')} were compared; the first differences:`,
      ),
      ...found,
    ].join('\n');
  };
