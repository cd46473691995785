import { describeFailure, type Failure, type HistoryAnswer } from '@trackrecord/application';
import {
  clashKey,
  copyOriginOf,
  headOf,
  isLostCopy,
  placedCorrections,
  ratingChoices,
} from '@trackrecord/documents';
import {
  type ClashShown,
  type DoubtfulBlock,
  type FormErrors,
  type PreviewOutcome,
  previewHref,
  previewPage,
  seenInWords,
  ukDate,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { csrfTokenFor } from '../../access/csrf.ts';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import type { Reply } from '../../http/reply.ts';
import { page } from '../page-reply.ts';
import type { AskedUpload } from './asked-upload.ts';
import { columnsShown, type TypedColumns } from './columns-shown.ts';
import { doubtKey, shownBlocks, type ShownBlocks } from './doubts-shown.ts';
import { importBreadcrumbs } from './import-breadcrumbs.ts';
import { type ImportDraft, versionOf } from './import-draft.ts';
import { noPlanInIt } from './no-plan-in-it.ts';
import { type Previewed, previewed, warningsOf } from './previewed.ts';
import { asksOfColumns, isPlan, type Reading, readingOf } from './reading.ts';
import { remarksOn } from './remarks.ts';
import { spotAt } from './spot-at.ts';
import { titlesOf } from './titles-of.ts';

/** With what a preview is shown again: what others recorded meanwhile, what was wrong with what was sent. */
export type Again = Readonly<{
  status: number;
  meanwhile: ReadonlyArray<HistoryAnswer> | null;
  errors: FormErrors;
  /** What was chosen for columns and refused. */
  columns?: TypedColumns;
}>;

export const shownFirst: Again = { status: 200, meanwhile: null, errors: [] };

/** That nothing is read so far, since nobody said what the columns are. */
const columnsUnsaid = (name: string): string =>
  `No action was found in ${name} so far: the heads of its columns do not say what they hold. Say it below.`;

const outcomeOf = (
  desk: Desk,
  { place }: AskedUpload,
  reading: Reading,
  found: E.Either<Failure, Previewed>,
): PreviewOutcome => {
  const { document } = reading;
  if (!isPlan(reading))
    return {
      _tag: 'Refused',
      message: asksOfColumns(reading) ? columnsUnsaid(document.name) : noPlanInIt(document.name),
      seen: asksOfColumns(reading) ? [] : seenInWords(document.blocks),
    };
  if (E.isLeft(found)) return { _tag: 'Refused', message: describeFailure(found.left), seen: [] };
  const { facts, confirmed, changes, takenBack, digest } = found.right;
  return {
    _tag: 'Planned',
    facts,
    confirmed,
    changes,
    takenBack,
    sends: [
      { name: 'command', value: desk.ids.commandId() },
      { name: 'seen', value: digest },
      { name: 'basedOn', value: String(place.head) },
    ],
  };
};

/** What was put right, in the order of the text, with the line where it stands now. */
const correctionsShown = (reading: Reading, { corrections }: ImportDraft) =>
  placedCorrections(corrections).map(({ start, end, text: after, now }) => ({
    start,
    ...spotAt(reading, now.start),
    before: reading.source.slice(start, end),
    after,
  }));

/** So many remarks on a file stand on the page. */
const mostRemarks = 200;

/** That it is a copy of this plan, and how it is taken; or that it is one of another plan. */
const copyTold = ({ place }: AskedUpload, { document }: Reading): ReadonlyArray<string> => {
  const copy = copyOriginOf(document);
  if (copy === undefined)
    return place.title !== null && isLostCopy(document)
      ? [
          'This has a table of actions as Trackrecord writes it, and does not say what it was made from. It is read as any other document: all that it says is brought in, and what it does not repeat is taken back. To bring in only what was edited, send the copy itself, saved as Word or Excel.',
        ]
      : [];
  return copy.plan === place.plan
    ? [
        `This is a copy of the plan as of ${ukDate(copy.asOf)}, made at ordinal ${copy.ordinal}: what was edited in it since is brought in, and nothing else is changed.`,
      ]
    : [
        `This is a copy of another plan, ${copy.plan}. It is read here as any other document: all that it says is brought in.`,
      ];
};

const clashesShown = (
  found: E.Either<Failure, Previewed>,
  { taken = [] }: ImportDraft,
): ReadonlyArray<ClashShown> =>
  E.isLeft(found)
    ? []
    : found.right.clashes.map(({ ref, was, now, says, ...clash }) => ({
        key: clashKey(clash),
        ref,
        column: headOf(clash.field) ?? null,
        was,
        now,
        says,
        isTaken: taken.includes(clashKey(clash)),
      }));

const accountedIn = ({ all }: ShownBlocks) => {
  const fields = all.filter(({ became }) => became.some(({ field }) => field !== null)).length;
  const unaccounted = all.filter(({ became }) => became.length === 0).length;
  return { fields, unaccounted, narrative: all.length - fields - unaccounted };
};

const doubtsIn = (blocks: ShownBlocks, { settled }: ImportDraft) => {
  const isSettled = (one: DoubtfulBlock) => settled.includes(doubtKey(one));
  return {
    blocks: blocks.all.length,
    doubts: blocks.doubtful.filter((one) => !isSettled(one)),
    settled: blocks.doubtful.filter((one) => one.doubts.length > 0 && isSettled(one)),
    accounted: accountedIn(blocks),
  };
};

const aboutUpload = (
  { place, upload }: AskedUpload,
  draft: ImportDraft,
  reading: Reading,
  csrfToken: string,
) => ({
  place,
  upload: upload.id,
  name: reading.document.name,
  about: {
    effectiveOn: draft.on,
    title: reading.proposal.title ?? (draft.title === '' ? place.plan : draft.title),
    partnership: draft.partnership,
  },
  corrections: correctionsShown(reading, draft),
  context: {
    plan: place.plan,
    upload: upload.id,
    csrfToken,
    version: versionOf(draft.corrections),
    back: previewHref(place.plan, upload.id),
    ratings: ratingChoices,
  },
  names: reading.proposal.parties.map(({ name }) => name),
});

/** The preview of an upload as it is read. */
const shown = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedUpload,
  draft: ImportDraft,
  reading: Reading,
  again: Again,
): TE.TaskEither<Failure, Reply> => {
  const { place } = asked;
  return pipe(
    // What cannot be recorded is shown all the same, with why.
    TE.fromTask<E.Either<Failure, Previewed>, Failure>(previewed(desk, place, draft, reading)),
    TE.bindTo('found'),
    TE.bind('csrfToken', () => TE.fromTask(csrfTokenFor(desk)(exchange))),
    TE.bind('titleOf', () => TE.fromEither(titlesOf(desk, place, reading))),
    TE.let('blocks', ({ found }) =>
      shownBlocks(reading, draft.corrections, warningsOf(found, reading)),
    ),
    TE.bind('remarks', ({ blocks }) =>
      TE.fromEither(remarksOn(desk, place, draft, reading, blocks.ofPlan)),
    ),
    TE.map(({ found, csrfToken, titleOf, blocks, remarks }) => {
      const { title, content } = previewPage({
        ...aboutUpload(asked, draft, reading, csrfToken ?? ''),
        ...doubtsIn(blocks, draft),
        outcome: outcomeOf(desk, asked, reading, found),
        titleOf,
        columns: columnsShown(reading, again.columns ?? null),
        clashes: clashesShown(found, draft),
        besides: reading.document.remarks.slice(0, mostRemarks),
        remarks: [...copyTold(asked, reading), ...remarks],
        meanwhile: again.meanwhile,
        errors: again.errors,
      });
      return page(
        {
          title,
          content,
          section: 'plans',
          breadcrumbs: importBreadcrumbs(place),
          errors: again.errors,
        },
        again.status,
      );
    }),
  );
};

/** The preview of an upload; `undefined` where nothing can be shown of it: it cannot be read at all. */
export const previewReply =
  (desk: Desk, exchange: Exchange, asked: AskedUpload, draft: ImportDraft) =>
  (again: Again): TE.TaskEither<Failure, Reply> =>
    pipe(
      readingOf(desk, asked.upload, draft),
      TE.chain((reading) => shown(desk, exchange, asked, draft, reading, again)),
    );
