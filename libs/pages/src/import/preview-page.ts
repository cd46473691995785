import type { HistoryAnswer, PlannedChange, TakenBackInWords } from '@trackrecord/application';
import { trailSentence } from '@trackrecord/read-models';
import type { FormErrors } from '../forms/form-errors.ts';
import { renderTemplate } from '../frame/render-template.ts';
import { count } from '../words/count.ts';
import { printed } from '../words/printed.ts';
import { ukDate } from '../words/uk-date.ts';
import { type DoubtfulBlock, doubtView, type FixContext, type ImportBlock } from './block-view.ts';
import { type ClashShown, clashesView } from './clashes-view.ts';
import { type ColumnShown, columnsView } from './columns-view.ts';
import { type BlockFilter, blocksPageHref } from './blocks-page.ts';
import {
  correctedFileHref,
  documentsHref,
  dropHref,
  nextImportHref,
  newImportHref,
  previewHref,
  uploadedFileHref,
} from './import-links.ts';
import { importNavigation, type ImportPlace } from './import-place.ts';
import { fieldHeading, itemInWords } from './import-words.ts';
import { spotHead, spotView } from './spot.ts';
import { plannedItems, type TitleOf } from './planned-items.ts';

/** Words that were put right by hand. */
export type CorrectionShown = Readonly<{
  /** By which it is undone. */
  start: number;
  /** Where it stands now; in a file without lines by its place. */
  line: number;
  place?: string;
  before: string;
  after: string;
}>;

/** What the import would do, where it can be recorded. */
export type Planned = Readonly<{
  changes: ReadonlyArray<PlannedChange>;
  /** How many facts would be recorded, and how many would be said again. */
  facts: number;
  confirmed: number;
  takenBack: ReadonlyArray<TakenBackInWords>;
  /** What the form that records it sends back: so that it records what was seen, and once. */
  sends: ReadonlyArray<Readonly<{ name: string; value: string }>>;
}>;

/** Whether it can be recorded; where not, why, and what was seen in the file. */
export type PreviewOutcome =
  | (Readonly<{ _tag: 'Planned' }> & Planned)
  | Readonly<{ _tag: 'Refused'; message: string; seen: ReadonlyArray<string> }>;

export type PreviewPageOf = Readonly<{
  place: ImportPlace;
  upload: string;
  name: string;
  blocks: number;
  about: Readonly<{ effectiveOn: string; title: string; partnership: string | null }>;
  outcome: PreviewOutcome;
  titleOf: TitleOf;
  doubts: ReadonlyArray<DoubtfulBlock>;
  /** Those that somebody said are right as they stand. */
  settled: ReadonlyArray<ImportBlock & Readonly<{ doubts: ReadonlyArray<string> }>>;
  corrections: ReadonlyArray<CorrectionShown>;
  /** The columns of its tables of actions: what each means, and which of them nobody knows. */
  columns: ReadonlyArray<ColumnShown>;
  /** Of a copy that came back: what was changed on both sides. */
  clashes: ReadonlyArray<ClashShown>;
  /** What is uncertain about the plan, or worth knowing of the date; no words of the document are at fault. */
  remarks: ReadonlyArray<string>;
  accounted: Readonly<{ fields: number; narrative: number; unaccounted: number }>;
  /** What the file holds besides what was read: each with its place, and in words. */
  besides: ReadonlyArray<Readonly<{ place: string; words: string }>>;
  /** What others recorded since the preview that was to be recorded. */
  meanwhile: ReadonlyArray<HistoryAnswer> | null;
  context: FixContext;
  names: ReadonlyArray<string>;
  errors: FormErrors;
}>;

/** So many lines stand in a list that nobody reads to its end. */
const mostListed = 200;

/** So many doubtful blocks have their forms on the page; the others are a link away. */
const mostShown = 60;

const takenBackView = ({ subject, ref, field, held, by, heldSince, says }: TakenBackInWords) => ({
  what: `${itemInWords(subject.split(' ')[0] ?? '', ref)}: ${fieldHeading(field).toLowerCase()}`,
  held: held ?? 'nothing',
  by: `${by === null ? '' : `${by}, `}since ${ukDate(heldSince)}`,
  says: says ?? 'nothing',
});

const plannedView = ({ about, outcome, titleOf, place }: PreviewPageOf) => {
  if (outcome._tag === 'Refused') return null;
  const items = plannedItems(outcome.changes, about.effectiveOn, titleOf);
  return {
    ...items,
    changed: items.changed.map((item) => ({
      ...item,
      href:
        item.ref === null
          ? null
          : `/plans/${encodeURIComponent(place.plan)}/actions/${encodeURIComponent(item.ref)}`,
    })),
    later: items.later.map(({ subject, ref, words, effectiveOn }) => ({
      words: `${itemInWords(subject.split(' ')[0] ?? '', ref)}: ${words}`,
      on: ukDate(effectiveOn),
    })),
    takenBack: outcome.takenBack.map(takenBackView),
    facts: outcome.facts,
    confirmed: outcome.confirmed,
    sends: outcome.sends,
    isNothing: outcome.facts === 0,
  };
};

const unsaidIn = ({ columns }: PreviewPageOf): number =>
  columns.filter(({ state }) => state === 'asked').length;

const tallyOf = (of: PreviewPageOf, uncertain: number) => [
  ...(of.outcome._tag === 'Planned'
    ? [
        {
          value: of.outcome.facts.toLocaleString('en-GB'),
          label: of.outcome.facts === 1 ? 'fact to record' : 'facts to record',
          href: '#would-do',
        },
        ...(of.outcome.takenBack.length === 0
          ? []
          : [
              {
                value: of.outcome.takenBack.length,
                label: 'taken back of what people said',
                href: '#taken-back',
              },
            ]),
      ]
    : []),
  ...(unsaidIn(of) === 0
    ? []
    : [
        {
          value: unsaidIn(of),
          label:
            unsaidIn(of) === 1 ? 'column to say the meaning of' : 'columns to say the meaning of',
          href: '#columns',
        },
      ]),
  {
    value: uncertain,
    label: uncertain === 1 ? 'doubtful place' : 'doubtful places',
    href: uncertain === 0 ? null : '#doubtful',
  },
  ...(of.corrections.length === 0
    ? []
    : [{ value: of.corrections.length, label: 'put right by hand', href: '#by-hand' }]),
  { value: of.blocks.toLocaleString('en-GB'), label: 'blocks read', href: '#blocks' },
];

const factsOf = ({ place, upload, name, about, corrections, blocks }: PreviewPageOf) => ({
  name,
  size: count(blocks, 'block'),
  fileHref: uploadedFileHref(place.plan, upload),
  correctedHref: corrections.length === 0 ? null : correctedFileHref(place.plan, upload),
  on: ukDate(about.effectiveOn),
  plan: place.plan,
  isNew: place.title === null,
  title: place.title ?? about.title,
  partnership: about.partnership,
  aboutHref: `${previewHref(place.plan, upload)}/about`,
});

const accountedView = ({ place, upload, accounted }: PreviewPageOf) =>
  (
    [
      [`${count(accounted.fields, 'block')} became part of the plan`, 'used'],
      [
        `${count(accounted.narrative, 'block')} ${accounted.narrative === 1 ? 'is' : 'are'} kept as text`,
        'text',
      ],
      ...(accounted.unaccounted === 0
        ? []
        : [[`${count(accounted.unaccounted, 'block')} not used`, 'unused'] as const]),
    ] as const
  ).map(([text, filter]) => ({ text, href: blocksPageHref(place.plan, upload, filter, 1) }));

/** What an upload would do, and what in it is doubtful; nothing of it is recorded yet. */
export const previewPage = (of: PreviewPageOf): Readonly<{ title: string; content: string }> => {
  const { place, upload, doubts, settled, corrections, accounted, meanwhile, context } = of;
  const here = previewHref(place.plan, upload);
  const doubtful = doubts.filter((one) => one.doubts.length > 0);
  const plainer = doubts.filter((one) => one.doubts.length === 0);
  const blocksOf = (filter: BlockFilter) => blocksPageHref(place.plan, upload, filter, 1);
  return {
    title: `Preview of ${of.name}`,
    content: renderTemplate('import/preview.njk', {
      here,
      csrfToken: context.csrfToken,
      version: context.version,
      navigation: importNavigation(place),
      caption: place.title ?? 'A new plan',
      name: of.name,
      document: factsOf(of),
      counts: tallyOf(of, doubtful.length),
      planned: plannedView(of),
      refused: of.outcome._tag === 'Refused' ? of.outcome : null,
      remarks: of.remarks,
      columns: columnsView(of.columns, of.errors),
      columnsHref: `${here}/columns`,
      clashes: clashesView(of.clashes),
      clashesHref: `${here}/clashes`,
      besides: of.besides,
      doubtful: doubtful.slice(0, mostShown).map((one) => doubtView(one, context)),
      more: Math.max(0, doubtful.length - mostShown),
      doubtfulHref: blocksOf('doubtful'),
      plainer: plainer.slice(0, mostShown).map((one) => doubtView(one, context)),
      settled: settled.slice(0, mostListed).map((one) => ({
        block: one.block,
        ...spotView(one),
        words: one.words,
        doubts: one.doubts.map(printed),
      })),
      spots: spotHead(corrections),
      corrections: corrections.map((one) => ({
        ...one,
        ...spotView(one),
        undoHref: `${here}/corrections/${one.start}/undo`,
      })),
      accounted: accountedView(of),
      allBlocksHref: blocksOf('all'),
      unaccounted: accounted.unaccounted,
      meanwhile: meanwhile === null ? null : meanwhile.map((line) => trailSentence(line)),
      names: of.names.slice(0, mostListed),
      settledCount: settled.length,
      dropHref: dropHref(place.plan, upload),
      settleHref: `${here}/settle`,
      uploadHref: place.title === null ? newImportHref : nextImportHref(place.plan),
      documentsHref: place.title === null ? null : documentsHref(place.plan),
    }),
  };
};
