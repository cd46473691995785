import { valueInWords } from '@trackrecord/application';
import { headOf, type ImportReport } from '@trackrecord/documents';
import { dateInWords } from '@trackrecord/kernel';
import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { columnsText } from './columns-text.ts';
import { counted, ordersInWords } from './order-words.ts';

/** "84 actions", "1 theme"; kinds of which nothing was found stay away. */
const found = ({ found: all }: ImportReport): string => {
  const coded = all.codedIndicators === 0 ? '' : ` (${all.codedIndicators} with a code)`;
  const doubtful = all.doubtfulRequests === 0 ? '' : ` (and ${all.doubtfulRequests} doubtful)`;
  const kinds: ReadonlyArray<readonly [count: number, words: string]> = [
    [all.priorities, counted(all.priorities, 'priority')],
    [all.themes, counted(all.themes, 'theme')],
    [all.enablers, counted(all.enablers, 'enabler')],
    [all.results, counted(all.results, 'result')],
    [all.actions, counted(all.actions, 'action')],
    [all.missingNumbers.length, `no action numbered ${all.missingNumbers.join(', ')}`],
    [all.targets, counted(all.targets, 'target')],
    [all.indicators, `${counted(all.indicators, 'indicator')}${coded}`],
    [
      all.updateRequests + all.doubtfulRequests,
      `${counted(all.updateRequests, 'update request')}${doubtful}`,
    ],
    [all.dataNeeds, counted(all.dataNeeds, 'data need')],
    [all.glossaryTerms, counted(all.glossaryTerms, 'glossary term')],
    [all.parties, counted(all.parties, 'party')],
  ];
  return kinds
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(' · ');
};

const changed = ({ changes }: ImportReport): string =>
  Object.entries(changes)
    .map(([order, count]) => ordersInWords(order, count))
    .join(' · ');

const takenBack = (
  terminal: Terminal,
  { takesBack, committed }: ImportReport,
): ReadonlyArray<string> =>
  takesBack.length === 0
    ? []
    : [
        '',
        terminal.colours.yellow(
          committed
            ? 'It took back what people had recorded since the document before:'
            : 'It would take back what people have recorded since the document before:',
        ),
        table(
          terminal,
          [
            { heading: 'What' },
            { heading: 'People said', fit: 'wrap' },
            { heading: 'Since' },
            { heading: 'The document says', fit: 'wrap' },
          ],
          takesBack.map(({ subject, field, held, heldSince, says }) => [
            `${subject.replace(':', ' ')} ${field.split('/')[0] ?? ''}`,
            valueInWords(held) ?? 'nothing',
            heldSince,
            valueInWords(says) ?? 'nothing',
          ]),
        ),
      ];

const warned = (terminal: Terminal, { warnings }: ImportReport): ReadonlyArray<string> =>
  warnings.length === 0
    ? []
    : [
        '',
        terminal.colours.bold(`${counted(warnings.length, 'uncertain place')}:`),
        table(
          terminal,
          [
            { heading: 'Where', fit: 'wrap' },
            { heading: 'Words', fit: 'wrap' },
            { heading: 'What was made of it', fit: 'wrap' },
          ],
          warnings.map(({ line, place, text, message }) => [
            place ?? `line ${line}`,
            text.replace(/\s+/gu, ' ').slice(0, 120),
            message,
          ]),
        ),
      ];

const columnWords = (field: string): string => headOf(field)?.toLowerCase() ?? 'the whole row';

/** Edits of a copy of what was changed otherwise since it was made. */
const clashed = (terminal: Terminal, { clashes }: ImportReport): ReadonlyArray<string> =>
  clashes.length === 0
    ? []
    : [
        '',
        terminal.colours.yellow(
          `${counted(clashes.length, 'edit')} of what was changed otherwise since the copy was made (--take-copy takes the copy’s side):`,
        ),
        table(
          terminal,
          [
            { heading: 'What' },
            { heading: 'It was', fit: 'wrap' },
            { heading: 'The plan says', fit: 'wrap' },
            { heading: 'The copy says', fit: 'wrap' },
          ],
          clashes.map(({ ref, field, was, now, says }) => [
            `${ref} ${columnWords(field)}`,
            was || 'nothing',
            now || 'nothing',
            says || 'nothing',
          ]),
        ),
      ];

/** What the file holds besides what was read, of one kind after another. */
const remarked = (terminal: Terminal, { remarks }: ImportReport): ReadonlyArray<string> =>
  remarks.length === 0
    ? []
    : [
        '',
        terminal.colours.bold(`Besides, ${counted(remarks.length, 'thing')} in the file:`),
        table(
          terminal,
          [
            { heading: 'Where', fit: 'wrap' },
            { heading: 'What', fit: 'wrap' },
          ],
          remarks.map(({ place, words }) => [place, words]),
        ),
      ];

/** How a copy that came back is taken. */
const copyTold = ({ asOf, ordinal }: NonNullable<ImportReport['copyOf']>): string =>
  `A copy of the plan as of ${dateInWords(asOf)}, made at ordinal ${ordinal}: what was edited in it since counts, and nothing else.`;

const outcome = ({ committed, events, ordinal }: ImportReport): string => {
  if (!committed)
    return `Preview: ${counted(events, 'event')} would be recorded. Nothing was written.`;
  return events === 0
    ? 'Nothing new: the plan says all of it already, for this date.'
    : `${counted(events, 'event')} recorded; ${ordinal === null ? 'the views will catch up with the next question' : `the log stands at ordinal ${ordinal}`}.`;
};

/**
 * What an import reports, for a person: what it takes back first, then what it found, then what is uncertain.
 * @param brief whether only the number of uncertain places is told
 */
export const importText =
  (report: ImportReport, brief: boolean) =>
  (terminal: Terminal): string => {
    const { document, accounted } = report;
    const lines = (words: string) => wrapped(terminal.width, words);
    return [
      ...lines(`${document.name} → plan ${report.plan}, effective on ${report.effectiveOn}`).map(
        terminal.colours.bold,
      ),
      ...(report.copyOf === null ? [] : lines(copyTold(report.copyOf))),
      ...takenBack(terminal, report),
      ...clashed(terminal, report),
      ...lines(
        `Blocks: ${document.blocks}, of which ${accounted.fields} became fields, ${accounted.narrative} narrative, ${accounted.unaccounted} unaccounted.`,
      ),
      ...lines(`Found: ${found(report)}.`),
      ...lines(`New: ${changed(report) || 'nothing'}.`),
      ...lines(`Said again: ${report.confirmed} fields.`),
      ...columnsText(terminal, report.columns),
      ...(brief
        ? lines(`Uncertain places: ${report.warnings.length} (listed without --brief).`)
        : [...warned(terminal, report), ...remarked(terminal, report)]),
      ...lines(outcome(report)),
    ].join('\n');
  };
