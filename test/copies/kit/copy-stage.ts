import type { Imported, WorkbookAnswer } from '@trackrecord/application';
import type { CopyField, Document } from '@trackrecord/documents';
import { copiedPlan, type CopiedPlan } from './copied-plan.ts';
import { copyDocument, type Row } from './copy-document.ts';

const text = `A plan in two parts

Priority 1: Safe

No\tAction\tLead\tSupport\tBy when\tRAG
1\tLight the paths\tAda Moss\tTIDE\tby June 2026\tRed
2\tWalk with children\t\tVale Council\t\tAmber

Priority 2: Well

No\tAction\tLead\tSupport\tBy when\tRAG
3\tCook together\tBen Frost\t\tby May 2027\tGreen
4\tSwim every week\t\t\t\t
`;

const [begun, madeOn, back] = ['2025-03-31', '2025-06-30', '2025-09-30'] as const;

const places: Readonly<Record<string, string>> = {
  1: 'Priority 1: Safe',
  2: 'Priority 2: Well',
};

/** The plan’s actions as a copy has them. */
export const rowsOf = ({ plan, ids }: WorkbookAnswer): ReadonlyArray<Row> =>
  plan.actions.map((action) => {
    const named = (role: string) =>
      action.owners
        .filter((owner) => owner.role === role)
        .map(({ name }) => name)
        .join('; ');
    const cells: ReadonlyArray<readonly [CopyField, string]> = [
      ['ref', action.ref],
      ['priority', places[action.under.priority ?? ''] ?? ''],
      ['action', action.title],
      ['rating', action.rating],
      ['lead', named('lead')],
      ['support', named('support')],
      ['byWhen', action.timescale?.asWritten ?? ''],
      ['status', action.status],
      ['latestNote', action.notes.at(-1)?.text ?? ''],
    ];
    return { id: ids.get(action.ref) ?? null, cells: new Map(cells) };
  });

/** A row with other words in some of its cells; one of its own where there is none. */
export const written = (
  row: Row | undefined,
  ...cells: ReadonlyArray<readonly [CopyField, string]>
): Row => ({
  id: row?.id ?? null,
  cells: new Map([...(row?.cells ?? []), ...cells]),
});

/** What a copy comes to, in the order of its steps. */
export const ordersIn = ({ reconciled }: Imported): ReadonlyArray<string> =>
  reconciled.steps
    .map(({ order: { type, data } }) => ('action' in data ? `${type} ${data.action}` : type))
    .filter((order) => order !== 'RecordImport');

/** What is doubtful about it, in words. */
export const doubtsIn = ({ reconciled }: Imported): ReadonlyArray<string> =>
  reconciled.warnings.map(({ text: words, message }) => `${words}: ${message}`);

/** A plan of four actions under two priorities, of which a copy was made. */
export type CopyStage = Readonly<{
  plan: CopiedPlan;
  /** The copy's rows as it was made. */
  rows: ReadonlyArray<Row>;
  /** A file with these rows. */
  copyOf: (rows: ReadonlyArray<Row>) => Document;
  take: (document: Document) => Promise<Imported>;
  /** What the plan says once it was taken. */
  now: () => Promise<WorkbookAnswer>;
}>;

export const copyStage = async (): Promise<CopyStage> => {
  const plan = await copiedPlan(text, begun);
  const answer = await plan.answer(madeOn);
  return {
    plan,
    rows: rowsOf(answer),
    copyOf: (rows) => copyDocument('copy.xlsx', { rows }, answer),
    take: (document) => plan.takeBack(document, back),
    now: () => plan.answer(back),
  };
};
