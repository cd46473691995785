import { doneBefore, type Failure, importAs, loadStream, streamOf } from '@trackrecord/application';
import { CommandId, Ordinal } from '@trackrecord/kernel';
import {
  type Banner,
  count,
  type DoubtfulBlock,
  documentHref,
  documentsHref,
  ukDate,
} from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Desk } from '../../desk.ts';
import type { Exchange } from '../../http/exchange.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import { leaveNotice } from '../notice.ts';
import { type AskedUpload, askedUpload } from './asked-upload.ts';
import { correctionsTold } from './corrections-told.ts';
import { doubtKey, shownBlocks } from './doubts-shown.ts';
import { type ImportDraft, keepDraft } from './import-draft.ts';
import { meanwhileIn } from './meanwhile.ts';
import { notedImport } from './noted-import.ts';
import { type Previewed, previewed, takenFor, warningsOf } from './previewed.ts';
import { isPlan, type Reading, readingOf } from './reading.ts';
import { shownPreview } from './show-preview.ts';
import { withDraft } from './with-draft.ts';

type Answer = TE.TaskEither<Failure, Reply>;

/** What was sent with "Record this import": which command, what was seen, and how far the log was known. */
type Sent = Readonly<{ command: CommandId; seen: string; basedOn: Ordinal | undefined }>;

const sentIn = ({ ids }: Desk, { form }: Exchange): Sent => {
  const [command, basedOn] = [form.one('command'), Number(form.one('basedOn'))];
  return {
    command: CommandId.is(command) ? command : ids.commandId(),
    seen: form.raw('seen'),
    basedOn: Ordinal.is(basedOn) ? basedOn : undefined,
  };
};

/** So many lines say what happened; the plan's changes say the rest. */
const mostTold = 20;

/** Shown again as it would be now, with what is different and why. */
const changedMeanwhile = (desk: Desk, exchange: Exchange, asked: AskedUpload, sent: Sent): Answer =>
  pipe(
    TE.fromEither(meanwhileIn(desk, asked.place, sent.basedOn)),
    TE.chain((lines) =>
      shownPreview(
        desk,
        exchange,
        asked,
      )({ status: 409, meanwhile: lines.slice(-mostTold), errors: [] }),
    ),
  );

/** The text as it was recorded is kept beside the file that was sent: both can be had again. */
const keptAsRecorded = (
  desk: Desk,
  { upload, who }: AskedUpload,
  draft: ImportDraft,
  { document, bytes }: Reading,
  settled: ReadonlyArray<string>,
): TE.TaskEither<Failure, void> => {
  const recorded = { ...draft, settled, isRecorded: true };
  const corrected = {
    ...upload,
    id: desk.ids.commandId(),
    account: who.account,
    name: document.name,
    bytes,
    uploadedAt: desk.clock.now(),
  };
  return pipe(
    keepDraft(desk)(upload, recorded),
    TE.chain(() =>
      draft.corrections.length === 0
        ? TE.right(undefined)
        : pipe(
            desk.store.uploads.keep(corrected),
            TE.chain(() => keepDraft(desk)(corrected, { ...recorded, corrections: [] })),
          ),
    ),
  );
};

const recordedNotice = (
  { place: { plan } }: AskedUpload,
  { on }: ImportDraft,
  { document }: Reading,
  facts: number,
): Banner =>
  facts === 0
    ? {
        kind: 'important',
        text: `Nothing was recorded: the plan says all of ${document.name} already, for ${ukDate(on)}.`,
      }
    : {
        kind: 'success',
        text: `${document.name} is imported: ${count(facts, 'fact')} recorded for ${ukDate(on)}.`,
        link: { text: 'See the plan', href: `/plans/${encodeURIComponent(plan)}` },
      };

/** To the document that was recorded, with what was. */
const leadingOn = (
  asked: AskedUpload,
  draft: ImportDraft,
  reading: Reading,
  facts: number,
): Reply => {
  const { plan } = asked.place;
  return redirect(facts === 0 ? documentsHref(plan) : documentHref(plan, reading.document.sha256), [
    leaveNotice(recordedNotice(asked, draft, reading, facts)),
  ]);
};

/** How much a form recorded that was sent before: sent twice, it is one import. */
const recordedBefore = (
  desk: Desk,
  { place }: AskedUpload,
  { on }: ImportDraft,
  { command }: Sent,
): TE.TaskEither<Failure, number> => {
  const stream = streamOf('plan', place.plan);
  return pipe(
    loadStream(desk.log, stream, on),
    TE.chain((loaded) => doneBefore(desk)(command, stream, loaded)),
    TE.map((done) => done?.events.length ?? 0),
  );
};

/** What was seen when it was recorded: read so, with these doubts. */
type Seen = Readonly<{ reading: Reading; doubtful: ReadonlyArray<DoubtfulBlock> }>;

const recorded = (
  desk: Desk,
  exchange: Exchange,
  asked: AskedUpload,
  draft: ImportDraft,
  { reading, doubtful }: Seen,
  sent: Sent,
): Answer => {
  const { who, place } = asked;
  const why = correctionsTold(asked.upload, reading, draft);
  return pipe(
    TE.fromEither(takenFor(desk, place, draft, reading)),
    TE.chain(({ importable }) =>
      importAs(desk)({
        plan: place.plan,
        author: () =>
          TE.right({
            by: who.principal.party,
            effectiveOn: draft.on,
            channel: 'document',
            verified: true,
            basedOn: place.head,
          }),
        commandId: sent.command,
        partnership: draft.partnership ?? undefined,
        importable: (partnership) => notedImport(importable(partnership), why),
      }),
    ),
    TE.chainFirst(() =>
      keptAsRecorded(desk, asked, draft, reading, [
        ...new Set([...draft.settled, ...doubtful.map(doubtKey)]),
      ]),
    ),
    TE.map(({ imported: { events } }) => leadingOn(asked, draft, reading, events.length)),
    TE.orElse((failure) =>
      failure._tag === 'Conflict'
        ? pipe(
            askedUpload(desk)(exchange),
            TE.chain((now) => changedMeanwhile(desk, exchange, now, sent)),
          )
        : TE.left(failure),
    ),
  );
};

const doubtsIn = (
  found: E.Either<Failure, Previewed>,
  reading: Reading,
  { corrections }: ImportDraft,
): ReadonlyArray<DoubtfulBlock> =>
  shownBlocks(reading, corrections, warningsOf(found, reading)).doubtful.filter(
    ({ doubts }) => doubts.length > 0,
  );

/** Records an upload as it was seen in its preview; where it would do something else by now, that is shown instead. */
export const commitImport =
  (desk: Desk) =>
  (exchange: Exchange): Answer => {
    const sent = sentIn(desk, exchange);
    return pipe(
      askedUpload(desk)(exchange),
      TE.chain((asked) =>
        withDraft((_asked, draft) =>
          pipe(
            readingOf(desk, asked.upload, draft),
            TE.bindTo('reading'),
            TE.bind('before', () => recordedBefore(desk, asked, draft, sent)),
            TE.chain(({ reading, before }) =>
              pipe(
                TE.fromTask<E.Either<Failure, Previewed>, Failure>(
                  previewed(desk, asked.place, draft, reading),
                ),
                TE.chain((found): Answer => {
                  if (before > 0) return TE.right(leadingOn(asked, draft, reading, before));
                  // What cannot be recorded is shown with why.
                  if (E.isLeft(found) || !isPlan(reading))
                    return shownPreview(
                      desk,
                      exchange,
                      asked,
                    )({ status: 422, meanwhile: null, errors: [] });
                  return found.right.digest === sent.seen
                    ? recorded(
                        desk,
                        exchange,
                        asked,
                        draft,
                        { reading, doubtful: doubtsIn(found, reading, draft) },
                        sent,
                      )
                    : changedMeanwhile(desk, exchange, asked, sent);
                }),
              ),
            ),
          ),
        )(asked),
      ),
    );
  };
