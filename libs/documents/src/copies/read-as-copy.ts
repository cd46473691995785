import type { CorrectedDocument } from '../correcting/read-corrected.ts';
import type { Document } from '../document/document.ts';
import type { Account } from '../proposal/account.ts';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { proposePlan } from '../propose-plan.ts';
import { plainWords, type ReturnedRow } from './copy-row.ts';
import { type Known, rowsInCopy } from './rows-in-copy.ts';

/** The section that everything is told to be in that does not come back: heads, other sheets, the paper's own words. */
const besides = 'besides';

const actionOf = ({ cells, from }: ReturnedRow): ProposedAction => ({
  ref: plainWords(cells.ref ?? ''),
  label: '',
  title: cells.action ?? '',
  under: { results: [] },
  owners: [],
  notes: [],
  requests: [],
  crossReferences: [],
  knownAs: [],
  from,
});

const accountsOf = (
  { blocks }: Pick<Document, 'blocks'>,
  rows: ReadonlyArray<ReturnedRow>,
): ReadonlyArray<Account> => {
  const fields = new Map(
    rows.flatMap((row) =>
      row.blocks.map(
        ({ block, field }) => [block, { ref: plainWords(row.cells.ref ?? ''), field }] as const,
      ),
    ),
  );
  return blocks.map(({ index: block, line }): Account => {
    const of = fields.get(block);
    return of === undefined
      ? { block, line, as: 'narrative', section: besides }
      : { block, line, as: 'field', of: { kind: 'action', ...of } };
  });
};

/** What a copy that came back holds, to be told: its actions, and for every block what it is. */
const proposalOfCopy = (document: Document, rows: ReadonlyArray<ReturnedRow>): ProposedPlan => ({
  ...proposePlan({ ...document, blocks: [] }),
  actions: rows.map(actionOf),
  narratives: [
    {
      id: besides,
      heading: 'not taken back: it is the plan’s own words',
      parts: [],
      from: { block: 1, line: 1, words: '' },
    },
  ],
  accounts: accountsOf(document, rows),
});

/** What of a copy's remarks was not there when it was made: headers, footers and hidden columns are its own. */
const remarksOfCopy = ({ remarks }: Document): Document['remarks'] =>
  remarks.filter(
    ({ kind }) => kind === 'comment' || kind === 'tracked change' || kind === 'doubtful',
  );

/** Nobody's numbers are longer. */
const longestRef = 12;

/** Without the plan beside it, a row of a register’s width with number and words is taken for an action. */
const unheld: Known = {
  isPlace: () => false,
  isAction: (ref, action) => plainWords(ref) !== '' && plainWords(action) !== '',
  isRef: (ref) => plainWords(ref).length <= longestRef,
};

/** A file that was read as what it is: a copy that came back. */
export const readAsCopy = (
  read: CorrectedDocument,
): CorrectedDocument & Readonly<{ proposal: ProposedPlan }> => ({
  ...read,
  document: { ...read.document, remarks: remarksOfCopy(read.document) },
  proposal: proposalOfCopy(read.document, rowsInCopy(read.document, unheld).rows),
});
