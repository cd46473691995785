import type { Route } from '../../http/route.ts';
import { changeRoutes } from '../change/change-routes.ts';
import { dataNeedForms, newDataNeedForm } from './data-need-forms.ts';
import { newTargetForm } from './new-target-form.ts';
import { showTargets } from './show-targets.ts';
import { dataNeedFormKind, measuresFormKind, targetFormKind } from './target-form-kind.ts';
import { targetForms } from './target-forms.ts';

/** Targets and data needs, and every form that changes them. */
export const targetsRoutes: ReadonlyArray<Route> = [
  showTargets,
  ...[newTargetForm, newDataNeedForm].flatMap(changeRoutes(measuresFormKind)),
  ...targetForms.flatMap(changeRoutes(targetFormKind)),
  ...dataNeedForms.flatMap(changeRoutes(dataNeedFormKind)),
];
