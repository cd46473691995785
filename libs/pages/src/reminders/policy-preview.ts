import { foreseenDays, type PolicyPreview } from '@trackrecord/application';
import { chartFigure } from '../chart/chart-figure.ts';
import { stackedBars } from '../chart/stacked-bars.ts';
import { partyPath } from '../parties/party-links.ts';
import { count } from '../words/count.ts';
import { ukShortDate } from '../words/uk-date.ts';
import { ukWeekday, weekdayOf } from '../words/uk-weekday.ts';
import { peopleAsked } from './people-asked.ts';

const sentenceOf = ({ next, warnings }: PolicyPreview, at: string): string => {
  if (warnings.includes('paused'))
    return 'With this policy nothing goes out: reminders are paused until somebody lets them go on.';
  if (next === null)
    return `With this policy nothing would go out in the next ${count(foreseenDays, 'day')}.`;
  const people = peopleAsked(next.reminders).length;
  return `With this policy ${count(next.reminders.length, 'reminder')} would go out on ${ukWeekday(next.on)} from ${at}, to ${people === 1 ? 'this person' : 'these people'}.`;
};

const floodWords = ({ floods }: PolicyPreview): string => {
  const [first] = floods;
  const others = floods.length - 1;
  return first === undefined
    ? ''
    : `This is a flood: ${first.name} would get ${count(first.messages, 'message')} in ${count(foreseenDays, 'day')}${others === 0 ? '' : `, and ${count(others, 'other person', 'other people')} more than anybody reads`}. Ask on fewer days, and send one message a person rather than one a thing.`;
};

const warningsIn = (preview: PolicyPreview): ReadonlyArray<string> =>
  preview.warnings.flatMap((warning) => {
    switch (warning) {
      case 'nothing':
        return [
          preview.unreached.length > 0
            ? 'This policy would send nothing: nobody who owes an update can be reached. Give them addresses first.'
            : 'This policy would send nothing: nothing comes to be asked for within these days.',
        ];
      case 'flood':
        return [floodWords(preview)];
      case 'nobody to ask':
        return [
          `${count(preview.reachesNobody, 'thing')} ${preview.reachesNobody === 1 ? 'is' : 'are'} owed by nobody in particular, and no manager can be reached to be asked for ${preview.reachesNobody === 1 ? 'it' : 'them'}. Name a manager who has an address.`,
        ];
      case 'paused':
        return [];
    }
  });

const chartOf = ({ days }: PolicyPreview): string =>
  chartFigure(
    stackedBars({
      id: 'foreseen',
      title: `Messages in the next ${count(foreseenDays, 'day')}`,
      description: 'A column a day, if nobody answers. Every number is in the table below.',
      plotHeight: 120,
      series: [{ name: 'Messages', fill: '#1d70b8', ink: '#ffffff', strokes: '' }],
      columns: days.map(({ on, messages }) => ({
        label: weekdayOf(on) === 0 ? ukShortDate(on).replace(/ \d{4}$/u, '') : '',
        values: [messages],
      })),
    }),
    `Messages in the next ${count(foreseenDays, 'day')}`,
  );

/** What a policy would do, for the template. */
export const previewView = (preview: PolicyPreview, at: string) => ({
  sentence: sentenceOf(preview, at),
  warnings: warningsIn(preview),
  people: peopleAsked(preview.next?.reminders ?? []),
  chart: preview.next === null ? null : chartOf(preview),
  days: preview.days.map(({ on, messages, people, quiet }) => ({
    on: ukWeekday(on),
    messages,
    people,
    quiet: quiet === null ? '' : `None on this day: ${quiet}`,
  })),
  unreached: preview.unreached.map(({ id, name }) => ({ name, href: partyPath(id) })),
  days28: count(foreseenDays, 'day'),
});
