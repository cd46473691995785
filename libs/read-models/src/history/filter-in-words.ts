import type { LocalDate, Ordinal } from '@trackrecord/kernel';
import { dateInWords } from '../words/uk-date-words.ts';
import { subjectInWords } from './sentences/field-words.ts';

/** What a trail was asked for, by the names that a reader knows; `null` or absent where nothing was asked. */
export type FilterWords = Readonly<{
  /** What was looked through: plans by their titles; none where only a party's or an indicator's own trail was. */
  plans: ReadonlyArray<string>;
  asOf: LocalDate;
  knownAt: Ordinal;
  person?: string | null | undefined;
  subject?: string | null | undefined;
  field?: string | null | undefined;
  effectiveFrom?: LocalDate | undefined;
  effectiveTo?: LocalDate | undefined;
  recordedFrom?: LocalDate | undefined;
  recordedTo?: LocalDate | undefined;
  channel?: string | null | undefined;
  withConfirmed: boolean;
}>;

const given = (
  value: string | null | undefined,
  tell: (words: string) => string,
): ReadonlyArray<string> => (value === null || value === undefined ? [] : [tell(value)]);

/** "from 1 January 2026 to 31 March 2026", "on 1 January 2026"; nothing where no end is set. */
const between = (from: LocalDate | undefined, to: LocalDate | undefined): string | undefined => {
  if (from !== undefined && from === to) return `on ${dateInWords(from)}`;
  const ends = [
    ...(from === undefined ? [] : [`from ${dateInWords(from)}`]),
    ...(to === undefined ? [] : [`to ${dateInWords(to)}`]),
  ];
  return ends.length === 0 ? undefined : ends.join(' ');
};

const channels: Readonly<Record<string, string>> = {
  'command line': 'on the command line',
  document: 'by importing a document',
  web: 'on the web',
  api: 'through the API',
  'email link': 'by a link in an email',
};

/**
 * What a trail was filtered by, in plain words for the head of an export: which plans, both clocks, who, what
 * about, when, by which channel, and whether what documents merely said again is in it.
 */
export const filterInWords = (filter: FilterWords): string => {
  const of = filter.plans.length === 0 ? '' : ` of ${filter.plans.join('; ')}`;
  return [
    `Audit trail${of}`,
    `as of ${dateInWords(filter.asOf)}`,
    `as known at ordinal ${filter.knownAt}`,
    ...given(filter.subject, (subject) => `about ${subjectInWords(subject)}`),
    ...given(filter.field, (field) => `of the field “${field}”`),
    ...given(filter.person, (person) => `recorded or taken back by ${person}, or on their word`),
    ...given(
      filter.channel,
      (channel) => `recorded ${channels[channel] ?? `by the channel “${channel}”`}`,
    ),
    ...given(between(filter.effectiveFrom, filter.effectiveTo), (dates) => `true ${dates}`),
    ...given(between(filter.recordedFrom, filter.recordedTo), (dates) => `recorded ${dates}`),
    filter.withConfirmed
      ? 'with what documents merely said again'
      : 'without what documents merely said again',
  ].join(', ');
};
