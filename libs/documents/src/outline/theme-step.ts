import { wordsOf } from '../document/block.ts';
import { recogniseActionLabel } from '../recognisers/action-label.ts';
import { readFieldLine } from '../recognisers/field-line.ts';
import { recogniseSectionHeading } from '../recognisers/section-heading.ts';
import { type ThemeHeading, recogniseThemeHeading } from '../recognisers/theme-heading.ts';
import { recogniseTitleRating } from '../recognisers/title-rating.ts';
import { neighbour, standsAlone } from './neighbours.ts';
import { nothing, withoutHeading } from './place.ts';
import { type Here, type Step, took } from './step.ts';

const depthOf = (number: string): number => number.split('.').length;

/** A line that says who, when or how it stands is an action. */
const hasFields = (title: string): boolean =>
  readFieldLine(title).fields.length > 0 || recogniseTitleRating(title) !== undefined;

/** A numbered line is a theme where a colon or a finer label after it says that something stands under it. */
const hasSomethingUnderIt = (here: Here, { ref, title }: ThemeHeading): boolean => {
  if (hasFields(title)) return false;
  if (/:\s*$/.test(wordsOf(here.block))) return true;
  const next = neighbour(here, 1);
  if (next === undefined) return false;
  const words = wordsOf(next);
  if (recogniseSectionHeading(words)?.section === 'actions') return true;
  const label = recogniseActionLabel(words);
  if (label._tag === 'None') return false;
  const { style, number } = label.value;
  return style !== 'dotted' || depthOf(number ?? '') > depthOf(ref);
};

/** Whether it belongs to the priority that is open: "2.3" to priority 2. */
const fitsPriority = (ref: string, priority: string | undefined): boolean =>
  priority === undefined || ref.split('.')[0] === priority;

/**
 * "2.3. By improving …" as a sub-heading of priority 2. Under "Targets" the same label may be a target's
 * ("2.4. To reduce …"): there it is a theme only if something stands under it and it is not the open theme.
 */
export const themeStep: Step = (here) => {
  const { block, place, survey } = here;
  const theme = block.kind === 'list item' ? undefined : recogniseThemeHeading(wordsOf(block));
  if (theme === undefined || !fitsPriority(theme.ref, place.under.priority)) return undefined;
  if (!standsAlone(here) || !/^[\p{Lu}“"‘']/u.test(theme.title)) return undefined;
  if (place.section === 'targets' && theme.ref === place.under.theme) return undefined;
  const byLabel = survey.labelsActionsByWord && place.section !== 'targets';
  if (!byLabel && !hasSomethingUnderIt(here, theme)) return undefined;
  const priority = place.under.priority;
  return took(
    withoutHeading({
      ...place,
      under: { ...(priority === undefined ? {} : { priority }), theme: theme.ref },
      section: 'opening',
      open: nothing,
    }),
    [{ found: 'theme', block, ...theme, ...(priority === undefined ? {} : { priority }) }],
  );
};
