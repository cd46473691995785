import type { WorkbookAnswer } from '@trackrecord/application';
import { copyForms, copySheets } from '@trackrecord/documents';
import { dateInWords } from '@trackrecord/kernel';
import { copyFacts } from '../copies/copy-facts.ts';
import type { PaperMade } from '../paper/board-paper-of.ts';
import { actionsSheet } from '../sheets/actions-sheet.ts';
import { changesSheet } from '../sheets/changes-sheet.ts';
import { historySheet } from '../sheets/history-sheet.ts';
import { indicatorsSheet } from '../sheets/indicators-sheet.ts';
import { measuresSheet } from '../sheets/measures-sheet.ts';
import { owedSheet } from '../sheets/owed-sheet.ts';
import { aboutLines } from './about.ts';
import type { WorkbookFile } from './workbook-file.ts';

/** A plan as a workbook that people edit and send back: what it was made from stands in its properties. */
export const planWorkbook = (
  answer: WorkbookAnswer,
  { madeOn }: Pick<PaperMade, 'madeOn'>,
): WorkbookFile => {
  const history = historySheet(answer);
  const { id, title } = answer.plan.plan;
  return {
    title,
    foot: `As of ${dateInWords(answer.asOf)} · Trackrecord, ordinal ${answer.ordinal}`,
    madeOn,
    about: { name: copySheets.about, lines: aboutLines(answer, madeOn) },
    sheets: [
      actionsSheet(answer),
      ...(history === null ? [] : [history]),
      changesSheet(answer),
      owedSheet(answer),
      indicatorsSheet(answer),
      measuresSheet(answer),
    ],
    properties: copyFacts(
      { ...answer, plan: id, asIn: answer.asIn?.sha256 ?? null },
      copyForms.workbook,
    ),
  };
};
