import type { HistoryAnswer } from '@trackrecord/application';
import { type Described, describeRow } from './describe-row.ts';

const creations: ReadonlySet<string> = new Set([
  'ActionCreated',
  'DataNeedRaised',
  'EnablerAdded',
  'PlanRegistered',
  'PriorityAdded',
  'ResultAdded',
  'TargetSet',
  'ThemeAdded',
]);

/** Fields that a creation's own sentence holds, or that go without saying at a creation. */
const inCreation: ReadonlySet<string> = new Set([
  'label',
  'priority',
  'ref',
  'status',
  'timeZone',
  'title',
  'under',
  'words',
]);

const toOf = (rows: ReadonlyArray<HistoryAnswer>, field: string): string | undefined =>
  rows.find((row) => row.field === field)?.to ?? undefined;

const placeOf = (rows: ReadonlyArray<HistoryAnswer>): string => {
  const under = toOf(rows, 'under')?.replace(':', ' ');
  const priority = toOf(rows, 'priority');
  const place = under ?? (priority === undefined ? '' : `priority ${priority}`);
  return place === '' ? '' : ` under ${place}`;
};

const creation = (rows: ReadonlyArray<HistoryAnswer>): Described => {
  const words = [toOf(rows, 'label'), toOf(rows, 'title') ?? toOf(rows, 'words')];
  return {
    words: `created${placeOf(rows)}: ${words.filter((one) => one !== undefined && one !== '').join(' ')}`,
    isRating: false,
  };
};

const isFirst = ([row]: ReadonlyArray<HistoryAnswer>): boolean =>
  row !== undefined && creations.has(row.type) && row.from === null && !row.confirmed;

/** What one event did, in as few lines as say it: a creation in one, its place and words together. */
export const describeEvent = (rows: ReadonlyArray<HistoryAnswer>): ReadonlyArray<Described> => {
  if (isFirst(rows)) {
    const others = rows.filter(({ field }) => !inCreation.has(field));
    return [creation(rows), ...others.map(describeRow)];
  }
  const isRenumbering = rows.some(({ field }) => field === 'ref');
  return rows
    .filter(({ field }) => !(isRenumbering && (field === 'label' || field === 'knownAs')))
    .map(describeRow);
};
