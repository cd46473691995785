import type { PolicyAnswer } from '@trackrecord/application';
import { cadenceByRatingInWords } from '@trackrecord/read-models';
import { count } from '../words/count.ts';
import { listInWords } from '../words/list-in-words.ts';
import { ukDate } from '../words/uk-date.ts';
import { cadenceRatings } from './policy-fields.ts';

type Fact = Readonly<{ key: string; text: string }>;

const daysInWords = (days: ReadonlyArray<number>, where: string): ReadonlyArray<string> =>
  days.length === 0
    ? []
    : [
        `${listInWords(days.map(String), 'and')} ${days.length === 1 && days[0] === 1 ? 'day' : 'days'} ${where}`,
      ];

const askedWords = ({ policy }: PolicyAnswer): string => {
  const { daysBefore, daysAfter, thenEvery } = policy;
  return (
    [
      ...daysInWords(daysBefore, 'before it is due'),
      ...daysInWords(daysAfter, 'after'),
      ...(thenEvery === undefined ? [] : [`then every ${count(thenEvery, 'day')}`]),
    ].join('; ') || 'Never'
  );
};

const upWords = ({ policy, managers, sponsor }: PolicyAnswer): string => {
  const { support, manager, sponsor: last } = policy.escalation;
  const named = listInWords(
    managers.map(({ name }) => name),
    'and',
  );
  return (
    [
      ...(support === undefined ? [] : [`to whoever helps with it after ${count(support, 'day')}`]),
      ...(manager === undefined
        ? []
        : [
            `to the plan’s manager${named === '' ? '' : ` (${named})`} after ${count(manager, 'day')}`,
          ]),
      ...(last === undefined
        ? []
        : [`to the sponsor (${sponsor?.name ?? 'none is named'}) after ${count(last, 'day')}`]),
    ].join('; ') || 'It does not go up'
  );
};

const quietWords = ({ policy: { quiet } }: PolicyAnswer): string =>
  [
    ...(quiet.weekends ? ['Saturdays and Sundays'] : []),
    ...(quiet.holidays === undefined ? [] : [`bank holidays of ${quiet.holidays}`]),
    ...(quiet.days ?? []).map(ukDate),
  ].join('; ') || 'No day is kept free of them';

const cadenceWords = ({ scale, cadenceMonths, cadenceByRating }: PolicyAnswer): string =>
  cadenceByRatingInWords(
    Object.fromEntries(
      cadenceRatings(scale).map((rating) => [rating, cadenceByRating[rating] ?? cadenceMonths]),
    ),
  );

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** A policy in words, line by line. */
export const policyFacts = (answer: PolicyAnswer): ReadonlyArray<Fact> => {
  const { policy, managers, timeZone } = answer;
  return [
    { key: 'An update is due', text: capital(cadenceWords(answer)) },
    { key: 'It is asked for', text: askedWords(answer) },
    { key: 'It goes up', text: capital(upWords(answer)) },
    {
      key: 'What nobody owns goes to',
      text:
        listInWords(
          managers.map(({ name }) => name),
          'and',
        ) || 'Nobody: no manager is named, and nobody has the role',
    },
    { key: 'Nothing is sent on', text: quietWords(answer) },
    { key: 'Messages leave from', text: `${policy.at}, ${timeZone.replaceAll('_', ' ')} time` },
    {
      key: 'Messages',
      text:
        policy.form === 'digest'
          ? 'One a person, with all that is asked of them'
          : 'One for each thing that is owed',
    },
  ];
};
