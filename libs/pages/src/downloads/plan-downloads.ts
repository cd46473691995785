import type { Question } from '@trackrecord/application';
import type { LocalDate } from '@trackrecord/kernel';
import { withDates } from '../frame/date-query.ts';

/** Files of one sort that a plan can be saved as. */
export type Downloads = Readonly<{
  /** "Board paper". */
  name: string;
  links: ReadonlyArray<Readonly<{ text: string; href: string }>>;
}>;

/** Each kind by the ending of its files, as people know it. */
const offered: ReadonlyArray<
  Readonly<{ name: string; kinds: ReadonlyArray<readonly [kind: string, text: string]> }>
> = [
  {
    name: 'Board paper',
    kinds: [
      ['docx', 'Word'],
      ['pdf', 'PDF'],
      ['html', 'Web page'],
      ['md', 'Markdown'],
    ],
  },
  { name: 'Workbook to edit and send back', kinds: [['xlsx', 'Excel']] },
  { name: 'Actions as a table', kinds: [['csv', 'CSV']] },
];

/**
 * What a plan can be saved as, on the dates that are looked at.
 * @param since when the paper tells changes; by itself since the last review before
 */
export const planDownloads = (
  plan: string,
  question: Question,
  since?: LocalDate,
): ReadonlyArray<Downloads> =>
  offered.map(({ name, kinds }) => ({
    name,
    links: kinds.map(([kind, text]) => ({
      text,
      href: withDates(
        `/plans/${encodeURIComponent(plan)}/papers/${kind}${since === undefined ? '' : `?since=${since}`}`,
        question,
      ),
    })),
  }));
