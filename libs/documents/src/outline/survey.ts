import { type ColumnMeanings, noMeanings } from '../columns/column-meanings.ts';
import { type Block, wordsOf } from '../document/block.ts';
import type { Colour } from '../document/colour.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { readsLikeTitle } from '../recognisers/heading-like.ts';
import { type PriorityHeading, recognisePriorityHeading } from '../recognisers/priority-heading.ts';
import { type ColourSays, readColour } from './colour-sense.ts';
import type { Columns } from './place.ts';
import { surveyContinuations } from './survey-continuations.ts';
import { surveyHeadings, type TakenHeading } from './survey-headings.ts';
import { surveyLegend } from './survey-legend.ts';
import { headersIn, surveyTables, type TableRoles } from './survey-tables.ts';
import { tablesOf } from './table-rows.ts';

/** What a line with a priority's name and number is: a heading of the plan, of an outside framework, or a remark. */
export type PriorityLine = Readonly<{
  role: 'own' | 'outside' | 'remark';
  heading: PriorityHeading;
}>;

/** What is known of the whole document before it is read through: how it labels things. */
export type Survey = Readonly<{
  /** "Action 12": where a document labels its actions so, other numbers are no actions. */
  labelsActionsByWord: boolean;
  /** By block index. */
  priorityLines: ReadonlyMap<number, PriorityLine>;
  /** Refs of the plan's own priorities, in order. */
  priorities: ReadonlyArray<string>;
  /** Those that have headings of their own, by their titles as `asTitle` has them. */
  titledPriorities: ReadonlyMap<string, string>;
  /** The headers of tables of actions. */
  tables: TableRoles;
  /** The columns of tables that go on with the one above them, by table. */
  continued: ReadonlyMap<number, Columns>;
  /** Headings that nothing calls priorities, and that are: by block index. */
  headings: ReadonlyMap<number, TakenHeading>;
  /** The blocks of the document's own key of colours, by index. */
  keyBlocks: ReadonlySet<number>;
  /** What the colour of a block or cell says where a rating would stand. */
  saysColour: (colour: Colour | undefined, kind: Block['kind']) => ColourSays;
  /** Whether the colours of lines that are labelled as actions rate them: they differ. */
  ratesLines: boolean;
}>;

/** A number that Word counts may be a priority's name and number whole: "Priority 1", "Priority 2:". */
const headingByMarker = ({ marker, text }: Block): PriorityHeading | undefined => {
  const named = marker === undefined ? undefined : recognisePriorityHeading(marker);
  return named?.title === '' ? { ...named, title: text, parted: true } : undefined;
};

/** Other items of a list speak of priorities and do not head them. */
const priorityHeadingOf = (block: Block): PriorityHeading | undefined => {
  if (block.text === '') return undefined;
  const byMarker = headingByMarker(block);
  return (
    byMarker ?? (block.kind === 'list item' ? undefined : recognisePriorityHeading(wordsOf(block)))
  );
};

/** "7" is known where the plan has 7a and 7b. */
const isKnown = (known: ReadonlySet<string>, ref: string): boolean => known.has(ref);

const withoutLetter = (ref: string): string => ref.replace(/[a-z]$/, '');

/** A capitalised title may follow a number directly; anything else after it makes a sentence, hence a remark. */
const opens = (heading: PriorityHeading): boolean =>
  heading.parted || (/^\p{Lu}/u.test(heading.title) && readsLikeTitle(heading.title));

/** A title as titles are compared: in lower case, without stops. */
export const asTitle = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[\s.]+/gu, ' ')
    .trim();

/**
 * The plan's own priorities are those whose name comes first ("AS1 Supporting Priority"). The same numbers under
 * another name ("Kent CYPP Priority 1") are an outside framework's.
 */
const surveyPriorities = (
  blocks: ReadonlyArray<Block>,
): Pick<Survey, 'priorityLines' | 'priorities' | 'titledPriorities'> => {
  const lines = new Map<number, PriorityLine>();
  const own = new Set<string>();
  const known = new Set<string>();
  const outside = new Set<string>();
  let ownName: string | undefined;
  for (const block of blocks) {
    const heading = priorityHeadingOf(block);
    if (heading === undefined) continue;
    const name = heading.prefix.toLowerCase();
    const isNew = !isKnown(known, heading.ref);
    const role = !opens(heading)
      ? 'remark'
      : name === (ownName ?? name) || (isNew && !outside.has(name))
        ? 'own'
        : 'outside';
    if (role === 'remark' && isNew) continue;
    lines.set(block.index, { role, heading });
    if (role === 'outside') outside.add(name);
    if (role === 'own') {
      ownName ??= name;
      own.add(heading.ref).add(heading.ref);
      known.add(heading.ref).add(withoutLetter(heading.ref));
    }
  }
  const titled = [...lines.values()].flatMap(({ role, heading: { title, ref } }) =>
    role === 'own' && title !== '' ? [[asTitle(title), ref] as const] : [],
  );
  return { priorityLines: lines, priorities: [...own], titledPriorities: new Map(titled) };
};

const isLabelledByWord = (block: Block): boolean => {
  const label = recogniseActionLabel(wordsOf(block));
  return label._tag === 'Some' && label.value.style === 'word';
};

/** A cell or line is asked about again and again, and colours are few. */
const remembering = (says: Survey['saysColour']): Survey['saysColour'] => {
  const known = new Map<string, ColourSays>();
  return (colour, kind) => {
    if (colour === undefined) return says(colour, kind);
    const key = `${colour.by} ${colour.hex} ${kind === 'cell' ? 'cell' : ''}`;
    const said = known.get(key) ?? says(colour, kind);
    known.set(key, said);
    return said;
  };
};

/** Lines of actions are rated by their colours where these are of more than one rating: a single highlight is none. */
const ratesLines = (
  blocks: ReadonlyArray<Block>,
  saysColour: Survey['saysColour'],
  tables: TableRoles,
): boolean => {
  const ratings = blocks.flatMap((block) => {
    const { fill, kind, table } = block;
    const isInTable = table !== undefined && tables.has(table.table);
    if (fill === undefined || fill.by === 'words' || isInTable) return [];
    const said = saysColour(fill, kind);
    const isLabelled = recogniseActionLabel(wordsOf(block))._tag === 'Some';
    return said._tag === 'Rated' && isLabelled ? [said.rating] : [];
  });
  return new Set(ratings).size > 1;
};

/**
 * Looks a document over once, before it is read through.
 * @param chosen what people said that columns mean
 */
export const surveyDocument = (
  blocks: ReadonlyArray<Block>,
  chosen: ColumnMeanings = noMeanings,
): Survey => {
  const rows = tablesOf(blocks);
  const headed = headersIn(rows, chosen);
  const legend = surveyLegend(blocks, rows, headed);
  const saysColour = remembering(readColour(legend));
  const tables = surveyTables(rows, headed, chosen, ({ fill }) => saysColour(fill, 'cell'));
  const own = surveyPriorities(blocks);
  const isKey = ({ index }: Block): boolean => legend.blocks.has(index);
  return {
    labelsActionsByWord: blocks.some(isLabelledByWord),
    ...own,
    tables,
    continued: surveyContinuations(blocks, rows, tables, isKey),
    headings: surveyHeadings(blocks, rows, tables, own.priorities.length > 0, isKey),
    keyBlocks: legend.blocks,
    saysColour,
    ratesLines: ratesLines(blocks, saysColour, tables),
  };
};
