import type { Finding } from '../outline/finding.ts';
import type { Account } from '../proposal/account.ts';
import type { Origin } from '../proposal/origin.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import { type FieldOf, fieldOf } from './account-of.ts';
import type { NarrativeSections } from './narrative-sections.ts';
import type { Subjects } from './subjects.ts';

const inField = ({ block, line }: Pick<Origin, 'block' | 'line'>, of: FieldOf): Account => ({
  block,
  line,
  as: 'field',
  of,
});

/** What each finding's block became. */
const ofFindings = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
  { sectionOf }: NarrativeSections,
): ReadonlyArray<Account> =>
  findings.flatMap((finding): ReadonlyArray<Account> => {
    const { index, line } = finding.block;
    if (finding.found === 'narrative') {
      return [{ block: index, line, as: 'narrative', section: sectionOf.get(index) ?? '' }];
    }
    const field = fieldOf(finding, subjects);
    return field === undefined ? [] : [inField({ block: index, line }, field)];
  });

type Derived = Pick<ProposedPlan, 'actions' | 'dataNeeds' | 'crossReferences' | 'reviewQuestions'>;

/** What was read inside of blocks that are accounted for otherwise too: requests, references, gaps. */
const ofWords = ({
  actions,
  dataNeeds,
  crossReferences,
  reviewQuestions,
}: Derived): ReadonlyArray<Account> => [
  ...actions.flatMap(({ ref, requests, crossReferences: references, knownAs, from }) => [
    ...requests.map((request) =>
      inField(request.from, { kind: 'action', ref, field: 'update requests' }),
    ),
    ...references.map((reference) =>
      inField(reference.from, { kind: 'action', ref, field: 'cross-references' }),
    ),
    ...knownAs.slice(0, 1).map(() => inField(from, { kind: 'action', ref, field: 'known as' })),
  ]),
  ...dataNeeds.map(({ ref, from }) => inField(from, { kind: 'data need', ref, field: 'words' })),
  ...crossReferences.map(({ asWritten, from }) =>
    inField(from, { kind: 'cross-reference', ref: asWritten, field: 'as written' }),
  ),
  ...reviewQuestions.map(({ ref, from }) =>
    inField(from, { kind: 'plan', ref: 'plan', field: `review question ${ref}` }),
  ),
];

const keyOf = (account: Account): string =>
  account.as === 'narrative'
    ? `${account.block} narrative`
    : `${account.block} ${account.of.kind} ${account.of.ref} ${account.of.field}`;

/** What became of every block, in the document's order, each thing said once. */
export const accountFor = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
  sections: NarrativeSections,
  derived: Derived,
  others: ReadonlyArray<Account>,
): ReadonlyArray<Account> => {
  const all = [...ofFindings(findings, subjects, sections), ...ofWords(derived), ...others];
  const once = new Map(all.map((account) => [keyOf(account), account]));
  return [...once.values()].sort((a, b) => a.block - b.block);
};
