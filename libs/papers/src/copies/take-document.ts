import {
  type Failure,
  importAs,
  type ImportAs,
  type Imported,
  previewImport,
  type Writable,
} from '@trackrecord/application';
import {
  type ImportReport,
  importReport,
  type Into,
  type ReadDocument,
} from '@trackrecord/documents';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { importableOfRead, takenAsCopy, type Takeable, type Taking } from './importable-of-read.ts';

/** A document that was read, into which plan it goes, and how it is taken. */
export type Taken = Readonly<{ read: ReadDocument; into: Into; taking: Taking }>;

/** By whom a document is recorded, and for which partnership. */
export type Recording = Pick<ImportAs, 'author' | 'commandId' | 'partnership'>;

/** How often a copy is held against the plan anew where others changed what it changes. */
const tries = 3;

const previewed =
  (deps: Writable) =>
  ({ into: { plan }, taking: { effectiveOn } }: Taken, { importable }: Takeable) =>
    previewImport(deps)({
      plan,
      importable: importable(undefined),
      said: { effectiveOn, channel: 'document' },
    });

/** A copy is judged by the plan as it stood a moment ago: what came since in the same fields is a conflict. */
const recorded =
  (deps: Writable) =>
  ({ into: { plan } }: Taken, { importable, judgedAt }: Takeable, recording: Recording) =>
    pipe(
      importAs(deps)({
        ...recording,
        plan,
        importable,
        author: (stage) =>
          pipe(
            recording.author(stage),
            TE.map((said) => ({ ...said, basedOn: said.basedOn ?? judgedAt })),
          ),
      }),
      TE.map(({ imported }) => imported),
    );

/** A copy whose fields were changed while it was taken is held against the plan as that stands by then. */
const taken =
  (deps: Writable) =>
  (
    document: Taken,
    recording: Recording | undefined,
    left: number,
  ): TE.TaskEither<Failure, Imported> =>
    pipe(
      TE.fromEither(importableOfRead(deps)(document.read, document.into, document.taking)),
      TE.chain((takeable) =>
        recording === undefined
          ? previewed(deps)(document, takeable)
          : pipe(
              recorded(deps)(document, takeable, recording),
              TE.orElse((failure) =>
                failure._tag === 'Conflict' && takeable.judgedAt !== undefined && left > 1
                  ? taken(deps)(document, recording, left - 1)
                  : TE.left(failure),
              ),
            ),
      ),
    );

/**
 * Takes a document that was read into a plan – a copy of it that came back, or a document like others – and reports it.
 * @param recording by whom; absent where it is only shown what would be done, and nothing is written
 */
export const takeDocument =
  (deps: Writable) =>
  (document: Taken, recording: Recording | undefined): TE.TaskEither<Failure, ImportReport> =>
    pipe(
      taken(deps)(document, recording, tries),
      TE.map((imported) =>
        importReport({
          plan: document.into.plan,
          document: document.read.document,
          proposal: document.read.proposal,
          imported,
          effectiveOn: document.taking.effectiveOn,
          copyOf: takenAsCopy(document),
          committed: recording !== undefined,
        }),
      ),
    );
