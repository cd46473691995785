import type { ActionDetails, PlanAnswer } from '@trackrecord/application';
import { itemName } from '@trackrecord/read-models';

type Structure = Pick<PlanAnswer, 'priorities' | 'enablers'>;
type Under = ActionDetails['under'];

/** One of the headings that an action stands under: "Theme 2.3: Young carers". */
export type Heading = Readonly<{
  /** Its name in assertions: `theme:2.3`. */
  subject: string;
  name: string;
  title: string;
}>;

const heading = (
  kind: 'priority' | 'theme' | 'enabler' | 'result',
  ref: string,
  among: ReadonlyArray<Readonly<{ ref: string; title: string }>>,
): Heading => {
  const { short, title } = itemName(
    `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`,
    ref,
    among.find((one) => one.ref === ref)?.title ?? '',
  );
  return { subject: `${kind}:${ref}`, name: short, title };
};

/** Every heading that an action stands under, the widest first. */
export const headingsOf = (
  { priorities, enablers }: Structure,
  { priority, theme, enabler, results }: Under,
): ReadonlyArray<Heading> => {
  const themes = priorities.flatMap((one) => one.themes);
  const allResults = priorities.flatMap((one) => one.results);
  return [
    ...(priority === null ? [] : [heading('priority', priority, priorities)]),
    ...(theme === null ? [] : [heading('theme', theme, themes)]),
    ...(enabler === null ? [] : [heading('enabler', enabler, enablers)]),
    ...results.map((result) => heading('result', result, allResults)),
  ];
};
