import type { ProposedPlan } from '../../proposal/proposed-plan.ts';
import type { Warning } from '../../proposal/warning.ts';
import { warningFrom } from './warning-on.ts';

/** Targets labelled like a theme, indicators that have only a code. */
export const onMeasures = ({
  targets,
  themes,
  indicators,
}: Pick<ProposedPlan, 'targets' | 'themes' | 'indicators'>): ReadonlyArray<Warning> => {
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
