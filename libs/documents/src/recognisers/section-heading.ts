import type { Section } from '../outline/section.ts';

const headings: ReadonlyArray<readonly [Section, ReadonlyArray<string>]> = [
  [
    'actions',
    [
      'how we will do this',
      'how will we do this',
      'immediate actions',
      'actions',
      'key actions',
      'our actions',
      'action plan',
      'what we will do',
      'what will we do',
      'what are we going to do',
      'we will',
      'actions we will take',
      'agreed actions',
      'priority actions',
      'actions to be taken',
      'tasks',
    ],
  ],
  ['targets', ['targets', 'target', 'our targets', 'key targets']],
  [
    'indicators',
    [
      'how are we doing',
      'how we are doing',
      'indicators',
      'indicator',
      'performance indicators',
      'key performance indicators',
      'key indicators',
      'measures',
      'performance measures',
      'measures of success',
      'how will we know',
      'how we will know',
      'how we will measure success',
      'how will we measure success',
    ],
  ],
  ['results', ['result', 'results', 'result wanted', 'results wanted']],
  ['baselines', ['indicator baseline', 'indicator baselines', 'baseline', 'baselines']],
  [
    'story',
    [
      'story behind the baseline',
      'story behind the baselines',
      'the story behind the baseline',
      'stories behind the baseline',
      'story behind the data',
    ],
  ],
  [
    'data needs',
    [
      'data development plan',
      'data development agenda',
      'data development',
      'data needs',
      'data needed',
    ],
  ],
  [
    'glossary',
    [
      'glossary',
      'glossary of acronyms',
      'glossary of terms',
      'acronyms',
      'abbreviations',
      'list of abbreviations',
      'glossary of abbreviations',
      'terms and abbreviations',
    ],
  ],
  [
    'cross-references',
    [
      'cross references',
      'cross reference',
      'related plans',
      'linked plans',
      'related documents',
      'links to other plans',
      'supporting documents',
    ],
  ],
  ['contents', ['contents', 'table of contents', 'list of contents']],
  [
    'legend',
    [
      'key',
      'legend',
      'rag key',
      'rag legend',
      'rag ratings',
      'rating key',
      'key to ratings',
      'rag rating key',
      'key to rag ratings',
      'what the colours mean',
    ],
  ],
  [
    'narrative',
    ['what are we doing', 'what we are doing', 'what have we done', 'outcomes to improve'],
  ],
];

/** Headings that stand beside a plan's priorities and end the one before them. */
const documentHeadings = new Set([
  'introduction',
  'background',
  'introduction and background',
  'vision',
  'our vision',
  'consultation',
  'monitoring',
  'monitoring and evaluation',
  'monitoring and review',
  'evaluation',
  'review',
  'governance',
  'appendices',
  'appendix',
  'conclusion',
  'next steps',
  'foreword',
  'summary',
  'executive summary',
  'resources',
  'risks',
  'equalities',
  'priorities',
  'our priorities',
  'priorities and key actions',
  'context',
  'the local picture',
  'acknowledgements',
  'references',
  'contact',
  'contacts',
  'further information',
]);

const byHeading = new Map(
  headings.flatMap(([section, all]) => all.map((heading) => [heading, section] as const)),
);

export type SectionHeading = Readonly<{
  section: Section;
  /** Whether it ends the priority that the reading is in. */
  endsPriority: boolean;
}>;

const longest = 120;

const plain = (words: string): string =>
  words
    .replace(/^\(?\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, '')
    .replace(/[’]/g, "'")
    .replace(/[\s:.?!–—-]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();

const endingPriority: ReadonlySet<Section> = new Set<Section>([
  'glossary',
  'cross-references',
  'contents',
  'legend',
]);

/** "Targets", "How are we doing?", "Story behind the baseline:", "8. Monitoring and Evaluation". */
export const recogniseSectionHeading = (words: string): SectionHeading | undefined => {
  if (words.length > longest) return undefined;
  const heading = plain(words);
  const section = byHeading.get(heading) ?? byHeading.get(plain(words.split(':')[0] ?? ''));
  if (section !== undefined && (byHeading.has(heading) || section === 'narrative')) {
    return { section, endsPriority: endingPriority.has(section) };
  }
  return documentHeadings.has(heading) ? { section: 'narrative', endsPriority: true } : undefined;
};
