import type { ImportReport } from '@trackrecord/documents';
import { ColumnMeaning } from '@trackrecord/domain';
import { LocalDate, Ordinal } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { JsonValue } from '../schema/json-codec.ts';
import { nullable } from './nullable.ts';

const Warning = t.intersection(
  [
    t.type({ block: t.number, line: t.number, text: t.string, message: t.string }),
    t.partial({ place: t.string }),
  ],
  'ImportWarning',
);

const TakenBackCodec = t.type(
  {
    subject: t.string,
    field: t.string,
    held: JsonValue,
    heldSince: LocalDate,
    says: JsonValue,
  },
  'TakenBack',
);

const AskedColumnCodec = t.intersection(
  [
    t.type({
      block: t.number,
      line: t.number,
      head: t.string,
      guess: ColumnMeaning,
      samples: t.type({
        heads: t.readonlyArray(t.string),
        rows: t.readonlyArray(t.readonlyArray(t.string)),
      }),
    }),
    t.partial({ place: t.string }),
  ],
  'AskedColumn',
);

const ClashCodec = t.type(
  {
    id: t.string,
    ref: t.string,
    field: t.string,
    was: t.string,
    now: t.string,
    says: t.string,
  },
  'ImportClash',
);

const RemarkCodec = t.intersection(
  [
    t.type({
      kind: t.keyof({
        'not read': null,
        hidden: null,
        'tracked change': null,
        comment: null,
        'around the page': null,
        link: null,
        doubtful: null,
      }),
      place: t.string,
      words: t.string,
    }),
    t.partial({ block: t.number }),
  ],
  'DocumentRemark',
);

/** What became of a document, or would. */
export const ImportReportCodec: t.Type<ImportReport, unknown, unknown> = t.type(
  {
    plan: t.string,
    document: t.type({ name: t.string, sha256: t.string, blocks: t.number }),
    effectiveOn: LocalDate,
    copyOf: t.union([t.type({ asOf: LocalDate, ordinal: Ordinal }), t.null]),
    accounted: t.type({ fields: t.number, narrative: t.number, unaccounted: t.number }),
    found: t.type({
      priorities: t.number,
      themes: t.number,
      enablers: t.number,
      results: t.number,
      actions: t.number,
      missingNumbers: t.readonlyArray(t.number),
      targets: t.number,
      indicators: t.number,
      codedIndicators: t.number,
      updateRequests: t.number,
      doubtfulRequests: t.number,
      dataNeeds: t.number,
      glossaryTerms: t.number,
      parties: t.number,
      crossReferences: t.number,
      outcomeLinks: t.number,
      stories: t.number,
      narratives: t.number,
    }),
    events: t.number,
    confirmed: t.number,
    changes: t.record(t.string, t.number),
    takesBack: t.readonlyArray(TakenBackCodec),
    clashes: t.readonlyArray(ClashCodec),
    remarks: t.readonlyArray(RemarkCodec),
    columns: t.readonlyArray(AskedColumnCodec),
    warnings: t.readonlyArray(Warning),
    committed: t.boolean,
    ordinal: nullable(t.number),
    token: nullable(t.string),
  },
  'ImportReport',
);
