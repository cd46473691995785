import { retractOrder, undoImportOrder } from '@trackrecord/application';
import type { PlanOrder } from '@trackrecord/domain';
import { Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { type CommandRoutes, inOtherWords } from './command-route.ts';

const tag = 'Documents';

/** How what documents and people said is taken back. */
export const documentRoutes = {
  RecordImport: { carriedBy: 'importDocument' },
  UndoImport: {
    method: 'DELETE',
    path: '/plans/{plan}/imports/{document}',
    summary: 'Undo an import',
    description: 'Takes back all that a document said; it can be imported again.',
    tag,
    ...inOtherWords(t.type({}), (_asked, { document = '' }) => undoImportOrder(document)),
  },
  RetractAssertions: {
    method: 'POST',
    path: '/plans/{plan}/retractions',
    summary: 'Take back what was wrong',
    description:
      'By the ordinals that the history gives: as known from now on it never held; as known before, it still shows.',
    tag,
    ...inOtherWords(t.type({ ordinals: t.readonlyArray(Ordinal) }), ({ ordinals }) =>
      retractOrder(ordinals),
    ),
    example: { ordinals: [412], why: 'Action 15 was meant' },
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
