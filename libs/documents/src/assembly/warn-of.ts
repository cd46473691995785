import type { Block } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type { Origin } from '../proposal/origin.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Warning } from '../proposal/warning.ts';
import { listFound, splitFirsts } from './grouping.ts';
import type { Subjects } from './subjects.ts';
import { warningOn } from './warning-on.ts';

const warningFrom = ({ block, line, words }: Origin, message: string): Warning => ({
  block,
  line,
  text: words,
  message,
});

type Structured = Pick<
  ProposedPlan,
  | 'actions'
  | 'priorities'
  | 'themes'
  | 'targets'
  | 'indicators'
  | 'glossary'
  | 'missingNumbers'
  | 'doubtfulRequests'
  | 'crossReferences'
  | 'narratives'
>;

const onNumbers = (
  { actions, missingNumbers }: Structured,
  { duplicates }: Subjects,
): ReadonlyArray<Warning> => {
  const byRef = new Map(actions.map((action) => [action.ref, action]));
  return [
    ...missingNumbers.flatMap((number) => {
      const before = byRef.get(String(number - 1));
      return before === undefined
        ? []
        : [warningFrom(before.from, `After this one no action has the number ${number}.`)];
    }),
    ...duplicates.map(({ block, number, ref }) =>
      warningOn(
        block,
        `Another action has the number ${number} already: this one is called ${ref}.`,
      ),
    ),
  ];
};

const onActions = ({ actions, doubtfulRequests }: Structured): ReadonlyArray<Warning> => [
  ...actions.flatMap(({ from, knownAs }) =>
    knownAs.map((number) =>
      warningFrom(
        from,
        `The number ${number} inside the title is read as an older plan's number of this action.`,
      ),
    ),
  ),
  ...actions
    .filter(({ title, label }) => title === label && label !== '')
    .map(({ from }) => warningFrom(from, 'An action without a title: its label stands for it.')),
  ...doubtfulRequests.map(({ from }) =>
    warningFrom(from, 'May ask for an update: not counted as a request.'),
  ),
];

const onReferences = ({ actions, crossReferences }: Structured): ReadonlyArray<Warning> => {
  const all = [...actions.flatMap((action) => action.crossReferences), ...crossReferences];
  const renumbered = actions.some(({ knownAs }) => knownAs.length > 0);
  return all.flatMap(({ asWritten, to, from }) => {
    if (/^appendi/i.test(asWritten) && to === undefined) {
      return [warningFrom(from, 'Points to an appendix whose number is left open.')];
    }
    return renumbered && /\bno\.?\s*\d/i.test(asWritten)
      ? [warningFrom(from, 'Points to a number that may be of an older plan: kept as written.')]
      : [];
  });
};

const onMeasures = ({ targets, themes, indicators }: Structured): ReadonlyArray<Warning> => {
  const themeRefs = new Set(themes.map(({ ref }) => ref));
  return [
    ...targets
      .filter(({ ref }) => themeRefs.has(ref))
      .map(({ from, ref }) =>
        warningFrom(
          from,
          `Labelled like theme ${ref}; read as a target, since it stands under targets.`,
        ),
      ),
    ...indicators
      .filter(({ title, code }) => title === code)
      .map(({ from }) =>
        warningFrom(from, 'An indicator without a title: its code stands for it.'),
      ),
  ];
};

const onGlossary = (
  findings: ReadonlyArray<Finding>,
  { glossary }: Structured,
): ReadonlyArray<Warning> => [
  ...glossary
    .filter(({ meaning }) => meaning === null)
    .map(({ from }) => warningFrom(from, 'A term whose meaning is left open.')),
  ...splitFirsts(listFound(findings, 'term'), ({ term }) => term).repeats.map(({ block }) =>
    warningOn(block, 'A term that the glossary has already.'),
  ),
];

/** A priority whose lines are no actions, in a plan where others have some, is worth a second look. */
const onPriorities = (
  findings: ReadonlyArray<Finding>,
  { actions, priorities, narratives }: Structured,
): ReadonlyArray<Warning> => {
  const withActions = new Set(actions.map(({ under }) => under.priority));
  const withText = new Set(
    narratives.filter(({ parts }) => parts.length > 0).map(({ under }) => under?.priority),
  );
  const blockOf = new Map<string, Block>(
    listFound(findings, 'priority').map(({ ref, block }) => [ref, block]),
  );
  return priorities.flatMap(({ ref }) => {
    const block = blockOf.get(ref);
    return actions.length > 0 && !withActions.has(ref) && withText.has(ref) && block !== undefined
      ? [
          warningOn(
            block,
            'No line under this priority is labelled as an action: its sections and bullets are kept as narrative.',
          ),
        ]
      : [];
  });
};

const onHeadings = (findings: ReadonlyArray<Finding>): ReadonlyArray<Warning> => {
  const titles = new Map<string, string>();
  return listFound(findings, 'priority').flatMap(({ ref, title, block }) => {
    const first = titles.get(ref);
    if (first === undefined) titles.set(ref, title);
    return first === undefined || first === title
      ? []
      : [
          warningOn(
            block,
            `Priority ${ref} has had another title: "${first.slice(0, 120)}". The first one is kept.`,
          ),
        ];
  });
};

const onNothing = (
  { actions }: Structured,
  blocks: ReadonlyArray<Block>,
): ReadonlyArray<Warning> =>
  actions.length > 0 || blocks[0] === undefined
    ? []
    : [
        warningOn(
          blocks[0],
          'No action was recognised. Actions are lines labelled "Action 12", "12." or "1.2.3", bullets under a priority or under a heading such as "Actions", and rows of a table that names a column so.',
        ),
      ];

/** A field of the log holds at most so many characters (`Text` of the domain). */
const longestText = 100_000;

const onLongBlocks = (blocks: ReadonlyArray<Block>): ReadonlyArray<Warning> =>
  blocks
    .filter(({ text }) => text.length > longestText)
    .map((block) => ({
      ...warningOn(
        block,
        `Longer than ${longestText} characters: what is over is not kept. Part it into paragraphs.`,
      ),
      text: block.text.slice(0, 200),
    }));

/** Everything that was uncertain, in the document's order. */
export const warnOf = (
  blocks: ReadonlyArray<Block>,
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
  plan: Structured,
  others: ReadonlyArray<Warning>,
): ReadonlyArray<Warning> =>
  [
    ...listFound(findings, 'warning').map(({ block, message }) => warningOn(block, message)),
    ...onNumbers(plan, subjects),
    ...onActions(plan),
    ...onReferences(plan),
    ...onMeasures(plan),
    ...onGlossary(findings, plan),
    ...onPriorities(findings, plan),
    ...onHeadings(findings),
    ...onNothing(plan, blocks),
    ...onLongBlocks(blocks),
    ...others,
  ].sort((a, b) => a.block - b.block);
