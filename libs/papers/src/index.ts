/**
 * Papers: what a plan says, written for people who are not here: board papers, workbooks, tables.
 * They take the application's answers and give bytes; they ask nothing and store nothing.
 */
export * from './paper/board-paper.ts';
export * from './paper/board-paper-of.ts';
export * from './paper-kinds.ts';
export { csvFile, csvRows, type CsvValue } from './tables/csv.ts';
export * from './write-paper.ts';
export {
  importableOfRead,
  returnedCopy,
  type Takeable,
  type Taking,
} from './copies/importable-of-read.ts';
export { type Recording, takeDocument, type Taken } from './copies/take-document.ts';
export { checkTemplate } from './check-template.ts';
export { notRead } from './copies/not-read.ts';
export { describePaperRefusal, type PaperRefusal } from './word/paper-refusal.ts';
export { exampleTemplate } from './word/template/example-template.ts';
export {
  type Placeholder,
  placeholderMeanings as templatePlaceholderMeanings,
} from './word/template/placeholders.ts';
