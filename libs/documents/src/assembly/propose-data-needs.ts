import type { Block } from '../document/block.ts';
import type { Finding } from '../outline/finding.ts';
import type { ProposedDataNeed } from '../proposal/proposed-plan.ts';
import type { Under } from '../proposal/under.ts';
import { listDataGaps } from '../recognisers/data-gaps.ts';
import { sentencesOf } from '../recognisers/sentences.ts';
import { originOf } from './origin-of.ts';
import { scopeOf, widened } from './scope.ts';
import type { Subjects } from './subjects.ts';
import { uniqueRefs } from './unique-refs.ts';

type Place = Readonly<{ block: Block; under: Under }>;

/** Where gaps are looked for: in the words of actions, targets, results and narrative. */
const placeOf = (finding: Finding, subjects: Subjects): Place | undefined => {
  const { block } = finding;
  switch (finding.found) {
    case 'action':
    case 'action title':
    case 'note':
      return { block, under: { action: subjects.actions.get(finding.key) ?? '' } };
    case 'target':
      return {
        block,
        under: { ...finding.under, target: subjects.targets.get(finding.key) ?? '' },
      };
    case 'result':
    case 'result title':
      return { block, under: { results: [finding.ref] } };
    case 'narrative': {
      const action =
        finding.action === undefined ? undefined : subjects.actions.get(finding.action);
      return { block, under: action === undefined ? finding.under : { ...finding.under, action } };
    }
    default:
      return undefined;
  }
};

/** The sentences of a block that have gaps, as one need. */
const gapsIn = (
  { block, under }: Place,
  refOf: (under: Under) => string,
): ReadonlyArray<ProposedDataNeed> => {
  const words = block.text;
  const gaps = listDataGaps(words);
  if (gaps.length === 0) return [];
  const text = sentencesOf(words)
    .filter((sentence) => gaps.some((gap) => sentence.includes(gap)))
    .join(' ');
  return [
    {
      ref: refOf(under),
      text: text === '' ? words : text,
      under,
      from: originOf(block, gaps.join(' … ')),
    },
  ];
};

/** What the plan says it does not know: its data development plan's lines, and gaps left in its words. */
export const proposeDataNeeds = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedDataNeed> => {
  const unique = uniqueRefs();
  const refOf = (under: Under): string =>
    unique(`${scopeOf(under, subjects.results) || 'plan'}-gap`);
  return findings.flatMap((finding) => {
    if (finding.found === 'data need') {
      const { block, text } = finding;
      const ref = subjects.dataNeeds.get(block.index) ?? '';
      const under = widened(finding.under, subjects.results);
      return [{ ref, text, under, from: originOf(block) }];
    }
    const place = placeOf(finding, subjects);
    return place === undefined ? [] : gapsIn(place, refOf);
  });
};
