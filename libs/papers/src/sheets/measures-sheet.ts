import type { WorkbookAnswer } from '@trackrecord/application';
import { copySheets } from '@trackrecord/documents';
import { itemOf, planItems } from './plan-items.ts';
import { type ColumnOf, day, type Sheet, sheetOf, words } from './sheet.ts';

type Target = WorkbookAnswer['plan']['targets'][number];
type DataNeed = WorkbookAnswer['plan']['dataNeeds'][number];
type Measure =
  Readonly<{ _tag: 'Target'; target: Target }> | Readonly<{ _tag: 'DataNeed'; need: DataNeed }>;

const heldIn = (measure: Measure): Target | DataNeed =>
  measure._tag === 'Target' ? measure.target : measure.need;

const status = (measure: Measure): string => {
  const { status: said } = heldIn(measure);
  switch (said) {
    case 'set':
      return 'open';
    case 'raised':
      return 'needed';
    case 'met':
    case 'dropped':
      return said;
  }
};

const columns = (items: ReadonlyMap<string, string>): ReadonlyArray<ColumnOf<Measure>> => [
  {
    head: 'Kind',
    width: 12,
    kind: 'short',
    of: ({ _tag }) => words(_tag === 'Target' ? 'Target' : 'Data need'),
  },
  {
    head: 'Label',
    width: 10,
    kind: 'short',
    of: (measure) => words(measure._tag === 'Target' ? measure.target.label : ''),
  },
  { head: 'In words', width: 52, kind: 'long', of: (measure) => words(heldIn(measure).words) },
  {
    head: 'About',
    width: 36,
    kind: 'long',
    of: (measure) => words(itemOf(items, heldIn(measure).under)),
  },
  { head: 'Status', width: 10, kind: 'short', of: (measure) => words(status(measure)) },
  {
    head: 'By when',
    width: 18,
    kind: 'long',
    of: (measure) => words(heldIn(measure).timescale?.asWritten),
  },
  { head: 'Due', width: 13, kind: 'day', of: (measure) => day(heldIn(measure).timescale?.latest) },
  {
    head: 'Raised on',
    width: 13,
    kind: 'day',
    of: (measure) => day(measure._tag === 'DataNeed' ? measure.need.raisedOn : null),
  },
];

/** The plan's targets, and the data that it lacks. */
export const measuresSheet = (of: Pick<WorkbookAnswer, 'plan' | 'ids'>): Sheet =>
  sheetOf(
    copySheets.measures,
    columns(planItems(of)),
    [
      ...of.plan.targets.map((target): Measure => ({ _tag: 'Target', target })),
      ...of.plan.dataNeeds.map((need): Measure => ({ _tag: 'DataNeed', need })),
    ],
    1,
  );
