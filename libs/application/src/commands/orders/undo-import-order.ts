import { UndoImport } from '@trackrecord/domain';
import { Sha256 } from '@trackrecord/kernel';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { missing } from '../../failure.ts';
import { ofField } from '../../failure-field.ts';
import { resolveQuestion } from '../../questions/resolve-question.ts';
import type { MakeOrders, OnPlan } from '../making-orders.ts';

/** Takes back all that a document said, by its file name or the start of its SHA-256; it can be imported again. */
export const undoImportOrder =
  (document: string): MakeOrders<OnPlan> =>
  ({ deps, plan }) =>
    pipe(
      // The plan is there: what can be missing of this question is the document.
      resolveQuestion(deps)(plan, { asIn: document }),
      E.chain(({ asIn }) =>
        Sha256.is(asIn?.sha256)
          ? E.right(UndoImport.of({ document: asIn.sha256 }))
          : E.left(missing(`No document "${document}" was imported.`)),
      ),
      E.mapLeft(ofField('document')),
      TE.fromEither,
    );
