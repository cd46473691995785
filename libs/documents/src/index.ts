/**
 * Documents: readers make blocks of a file, recognisers make a proposed plan of the blocks.
 * Nothing here decides or writes; nothing after the blocks knows which format they came from.
 */
export { type Found, countFound } from './count-found.ts';
export * from './copies/copy-form.ts';
export { fieldHeaded, headOf } from './copies/copy-fields.ts';
export type { Block, CellPlace } from './document/block.ts';
export { wordsOf } from './document/block.ts';
export { type Document, textOf } from './document/document.ts';
export { choicesIn } from './columns/choices-in.ts';
export { type ColumnMeanings, columnMeaningsOf } from './columns/column-meanings.ts';
export { headsNotIn } from './columns/heads-not-in.ts';
export type { ProposedColumn, SampleRows } from './proposal/column.ts';
export type { Account, SubjectKind } from './proposal/account.ts';
export type { CrossReference } from './proposal/cross-reference.ts';
export type { NarrativePart, ProposedNarrative } from './proposal/narrative.ts';
export type { Origin } from './proposal/origin.ts';
export type { PartyKind, ProposedOwner, ProposedParty } from './proposal/party.ts';
export type { ProposedAction, ProposedNote, ProposedRequest } from './proposal/proposed-action.ts';
export type * from './proposal/proposed-plan.ts';
export { type Rating, ratings } from './proposal/rating.ts';
export type { Timescale } from './proposal/timescale.ts';
export type { Under } from './proposal/under.ts';
export type { Warning } from './proposal/warning.ts';
export { proposePlan } from './propose-plan.ts';
export { partyKindOf } from './recognisers/party-names.ts';
export { type FoundTimescale, recogniseTimescale } from './recognisers/timescale.ts';
export { type RatingWords, acceptedRatings, readRatingWords } from './recognisers/rating.ts';
export { type ReadRefusal, describeReadRefusal } from './reading/read-refusal.ts';
export { maxBlocks, maxTextBytes, readText } from './reading/text/read-text.ts';
export { type Colour } from './document/colour.ts';
export { type Format, formats } from './document/format.ts';
export { type Remark } from './document/remark.ts';
export { limits as readingLimits } from './reading/limits.ts';
export { type Asked as AskedDocument, type ReadDocument } from './reading/read-document.ts';
export { mostBytesOf } from './reading/read-file.ts';
export { readWordParts, type WordParts } from './reading/read-word-parts.ts';
export { lookupWordPart, type WordPart } from './reading/word-part.ts';
export { listCounters, type ListCounters } from './reading/word/numbering/list-counters.ts';
export { type Lists, listsOf } from './reading/word/numbering/list-definitions.ts';
export {
  childAt,
  childrenNamed,
  elementsOf,
  textIn,
  type XmlElement,
} from './reading/xml/xml-element.ts';
export { readSafely, safeReader } from './reading/read-safely.ts';
export type { Reconciliation, TakenBack } from './reconcile/reconciliation.ts';
export { laterDocuments, leftBehind } from './reconcile/left-behind.ts';
export { indicatorIdIn, isOwnIndicatorOf, isSharedIndicator } from './reconcile/indicator-id.ts';
export { reconcile } from './reconcile/reconcile.ts';
export { type Became, type BlockTold, blocksTold } from './importing/blocks-told.ts';
export { type AskedColumn, type ImportReport, importReport } from './importing/import-report.ts';
export { importableOf, type Into } from './importing/importable-of.ts';
export { ratingSaid } from './said/rating-said.ts';
export { timescaleSaid } from './said/timescale-said.ts';
export {
  type Correction,
  type Corrections,
  correctedText,
  correctionsIn,
  type PlacedCorrection,
  placedCorrections,
  withCorrection,
  withoutCorrection,
} from './correcting/corrections.ts';
export { type DoubtfulBlock, type Doubts, doubtsOf } from './correcting/doubts.ts';
export { type CorrectedDocument, correctedName } from './correcting/read-corrected.ts';
export { type Remedy, ratingChoices, remedied } from './correcting/remedy.ts';
export { wordsAsTyped } from './correcting/words-as-typed.ts';
export type { TextRange } from './correcting/words-range.ts';
export { type CopyOrigin, copyOriginOf, isLostCopy } from './copies/copy-origin.ts';
export type { CopyCells, CopyField, WrittenRow, WrittenRows } from './copies/copy-row.ts';
export { type Clash, clashKey } from './copies/held-against-plan.ts';
export { type CopyBase, importableOfCopy } from './copies/importable-of-copy.ts';
