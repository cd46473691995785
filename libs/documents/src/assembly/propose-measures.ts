import type { Finding, FindingOf } from '../outline/finding.ts';
import type { Under } from '../proposal/under.ts';
import type {
  ProposedIndicator,
  ProposedStory,
  ProposedTarget,
} from '../proposal/proposed-plan.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { groupBy, listFound } from './grouping.ts';
import { originOf } from './origin-of.ts';
import { widened } from './scope.ts';
import type { Subjects } from './subjects.ts';

export const proposeTargets = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedTarget> =>
  listFound(findings, 'target').map(({ key, label, text, under, block }) => {
    const found = recogniseTimescale(text);
    return {
      ref: subjects.targets.get(key) ?? '',
      label,
      text,
      under,
      ...(found === undefined || found.isBareYear ? {} : { timescale: found.timescale }),
      from: originOf(block),
    };
  });

/** How many sections of indicators each priority has. */
const countSections = (
  indicators: ReadonlyArray<FindingOf<'indicator'>>,
): ReadonlyMap<string, number> =>
  new Map(
    [...groupBy(indicators, ({ under }) => under.priority ?? '')].map(([priority, found]) => [
      priority,
      new Set(found.map(({ section }) => section)).size,
    ]),
  );

/** A priority's only list of indicators, wherever it stands, is about the whole priority, not about its last theme. */
const placeOf = (
  { under }: FindingOf<'indicator'>,
  sections: ReadonlyMap<string, number>,
): Under => {
  const { theme: _, ...wider } = under;
  return under.priority !== undefined && sections.get(under.priority) === 1 ? wider : under;
};

export const proposeIndicators = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedIndicator> => {
  const indicators = listFound(findings, 'indicator');
  const sections = countSections(indicators);
  const breakdowns = groupBy(listFound(findings, 'breakdown'), ({ key }) => key);
  const baselines = groupBy(listFound(findings, 'indicator baseline'), ({ key }) => key);
  return indicators.map((found) => {
    const { key, code, title, block } = found;
    const baseline = baselines
      .get(key)
      ?.map(({ text }) => text)
      .join('\n');
    return {
      ref: subjects.indicators.get(key) ?? '',
      ...(code === undefined ? {} : { code }),
      title: title === '' ? (code ?? '') : title,
      under: placeOf(found, sections),
      ...(baseline === undefined ? {} : { baseline }),
      breakdowns: breakdowns.get(key)?.map(({ text }) => text) ?? [],
      from: originOf(block),
    };
  });
};

export const proposeStories = (
  findings: ReadonlyArray<Finding>,
  subjects: Subjects,
): ReadonlyArray<ProposedStory> =>
  [...groupBy(listFound(findings, 'story'), ({ key }) => key)].flatMap(([key, paragraphs]) => {
    const [first] = paragraphs;
    if (first === undefined) return [];
    return [
      {
        ref: subjects.stories.get(key) ?? '',
        under: widened(first.under, subjects.results),
        text: paragraphs.map(({ text }) => text).join('\n'),
        from: originOf(first.block),
      },
    ];
  });
