import type { PartnershipId } from '@trackrecord/domain';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { Failure } from '../failure.ts';
import type { Importable } from '../ports/importable.ts';
import type { Writable } from '../trackrecord.ts';
import type { Authored } from '../carrying-out/carry-out-as.ts';
import type { Change } from './change-plan.ts';
import { type Imported, importDocument, previewImport } from './import-document.ts';
import { partnershipNamed } from './partnerships.ts';
import { rehearsalOn } from '../carrying-out/rehearsal.ts';

/** A document that somebody imports. */
export type ImportAs = Change &
  Readonly<{
    /** The partnership whose plan it is, by name, where one is given. */
    partnership?: string | undefined;
    /** The document, for the plan of that partnership. */
    importable: (partnership: PartnershipId | undefined) => Importable;
  }>;

/**
 * Imports a document by an author, effective on their date. It is previewed first: what would be refused is refused
 * before anybody is registered for its sake, its author too.
 */
export const importAs =
  (deps: Writable) =>
  ({
    plan,
    author,
    commandId,
    partnership,
    importable,
  }: ImportAs): TE.TaskEither<Failure, Readonly<{ said: Authored; imported: Imported }>> =>
    pipe(
      author(rehearsalOn(deps).stage),
      TE.chain(({ effectiveOn }) =>
        previewImport(deps)({
          plan,
          importable: importable(undefined),
          said: { effectiveOn, channel: 'document' },
        }),
      ),
      TE.bindTo('preview'),
      TE.bind('said', () => author(deps)),
      TE.bind('named', ({ said }) =>
        partnership === undefined ? TE.right(undefined) : partnershipNamed(deps)(partnership, said),
      ),
      TE.bind('imported', ({ preview, said, named }) =>
        importDocument(deps)(
          { plan, importable: importable(named), said, commandId, basedOn: said.basedOn },
          preview,
        ),
      ),
      TE.map(({ said, imported }) => ({ said, imported })),
    );
