import type { WorkbookAnswer } from '@trackrecord/application';
import { aboutLabels, copyForms, copySheets } from '@trackrecord/documents';
import { dateInWords, type LocalDate } from '@trackrecord/kernel';
import { knownInWords } from '../paper/known-in-words.ts';
import { sinceInWords } from '../paper/since-in-words.ts';
import { day, words } from '../sheets/sheet.ts';
import type { AboutLine } from './workbook-file.ts';

const sentence = (text: string): AboutLine => ({ _tag: 'Sentence', words: text });
const heading = (text: string): AboutLine => ({ _tag: 'Heading', words: text });
const fact = (label: string, text: string): AboutLine => ({
  _tag: 'Fact',
  label,
  value: words(text),
});

/** What the copy was made from: the same facts that the file's own properties hold. */
const facts = (answer: WorkbookAnswer, madeOn: LocalDate): ReadonlyArray<AboutLine> => [
  fact(aboutLabels.plan, answer.plan.plan.id),
  ...(answer.plan.plan.period === null ? [] : [fact('Period', answer.plan.plan.period.asWritten)]),
  { _tag: 'Fact', label: aboutLabels.asOf, value: day(answer.asOf) },
  fact(
    'As known',
    answer.knownAt === null
      ? `on ${dateInWords(madeOn)}, when this file was made`
      : knownInWords(answer),
  ),
  fact(aboutLabels.ordinal, String(answer.ordinal)),
  fact('Changes since', sinceInWords(answer)),
  ...(answer.asIn === null
    ? []
    : [fact('As in the document', answer.asIn.name), fact(aboutLabels.asIn, answer.asIn.sha256)]),
  fact(aboutLabels.form, copyForms.workbook),
  fact('Ratings', Object.keys(answer.plan.counts.byRating).join(', ')),
];

const sendingBack: ReadonlyArray<AboutLine> = [
  heading('How to send it back'),
  sentence(
    `Make your changes on the sheet “${copySheets.actions}”, save the file, and send it to whoever keeps the plan. They bring it in to Trackrecord, which shows each of your changes before it counts.`,
  ),
  sentence(
    'You may change what an action says, its rating, lead, support, by when, status, and the priority it stands under. Choose ratings from the list in the cell. Write news into “New note”; the note that is there already stays.',
  ),
  sentence(
    'To add an action, write it on a new row below the others. To take one out, delete its row. You may sort, move and filter rows.',
  ),
  sentence(
    'Please keep the names of the sheets and the heads in their first rows, and leave the hidden column A as it is: it says which action a row is. “Due” is worked out from “By when”: change that one.',
  ),
  sentence('The other sheets are to read: what is changed there is not brought in.'),
];

const held: ReadonlyArray<readonly [string, string]> = [
  [copySheets.actions, 'The action register: one row an action'],
  [copySheets.history, 'Who said what, when and why'],
  [copySheets.changes, 'What changed between the two dates above'],
  [copySheets.owed, 'Who owes an update, and which data the plan lacks'],
  [copySheets.indicators, 'Indicators: one row a value'],
  [copySheets.measures, 'Targets, and data that the plan needs'],
];

/** What the workbook is of, what is in it, and how to send an edited copy back, in plain words. */
export const aboutLines = (answer: WorkbookAnswer, madeOn: LocalDate): ReadonlyArray<AboutLine> => [
  { _tag: 'Title', words: answer.plan.plan.title },
  ...facts(answer, madeOn),
  ...sendingBack,
  heading('What is in this file'),
  ...held.flatMap(([name, what]) =>
    name === copySheets.history && answer.history === null
      ? [fact(name, 'Left out: only whoever may see the plan’s whole history gets it')]
      : [fact(name, what)],
  ),
];
