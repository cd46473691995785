import type { Route } from '../../http/route.ts';
import { changeRoutes } from '../change/change-routes.ts';
import { comparatorForm } from './comparator-form.ts';
import { correctForm } from './correct-form.ts';
import { defineForm } from './define-form.ts';
import { inPlanForms } from './in-plan-forms.ts';
import { indicatorFormKind, indicatorInPlanKind } from './indicator-form-kind.ts';
import { newIndicatorForm, newIndicatorKind } from './new-indicator-form.ts';
import { recordForm } from './record-form.ts';
import { retractValueForm } from './retract-value-form.ts';
import { showIndicator } from './show-indicator.ts';
import { showIndicators } from './show-indicators.ts';

/** A plan's indicators, each of them, and every form that changes one. A fixed path before one that is not. */
export const indicatorsRoutes: ReadonlyArray<Route> = [
  showIndicators,
  ...changeRoutes(newIndicatorKind)(newIndicatorForm),
  showIndicator,
  ...[recordForm, correctForm, comparatorForm, retractValueForm, defineForm].flatMap(
    changeRoutes(indicatorFormKind),
  ),
  ...inPlanForms.flatMap(changeRoutes(indicatorInPlanKind)),
];
