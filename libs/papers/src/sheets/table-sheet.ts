import type { WorkbookAnswer } from '@trackrecord/application';
import type { PaperTableName } from '../paper-kinds.ts';
import { actionsSheet } from './actions-sheet.ts';
import { changesSheet } from './changes-sheet.ts';
import { historySheet } from './history-sheet.ts';
import { indicatorsSheet } from './indicators-sheet.ts';
import { measuresSheet } from './measures-sheet.ts';
import { owedSheet } from './owed-sheet.ts';
import type { Sheet } from './sheet.ts';

/** A table of a plan by its name; `null` for a history that whoever asks may not see. */
export const tableSheet = (answer: WorkbookAnswer, table: PaperTableName): Sheet | null => {
  switch (table) {
    case 'actions':
      return actionsSheet(answer);
    case 'history':
      return historySheet(answer);
    case 'changes':
      return changesSheet(answer);
    case 'owed':
      return owedSheet(answer);
    case 'indicators':
      return indicatorsSheet(answer);
    case 'targets':
      return measuresSheet(answer);
  }
};
