import type { Route } from '../../http/route.ts';
import { actionFormKind } from '../change/action-form-kind.ts';
import { changeRoutes } from '../change/change-routes.ts';
import { answerForm } from '../change/forms/answer-form.ts';
import { askForm } from '../change/forms/ask-form.ts';
import { assignForm } from '../change/forms/assign-form.ts';
import { moveForm } from '../change/forms/move-form.ts';
import { newActionForm } from '../change/forms/new-action-form.ts';
import { replaceNoteForm, withdrawNoteForm } from '../change/forms/note-change-forms.ts';
import { noteForm } from '../change/forms/note-form.ts';
import { rateForm } from '../change/forms/rate-form.ts';
import { referForm, unreferForm } from '../change/forms/reference-forms.ts';
import { releaseForm } from '../change/forms/release-form.ts';
import { entryFormKind, retractForm } from '../change/forms/retract-form.ts';
import { rewordForm } from '../change/forms/reword-form.ts';
import { closeForm, reopenForm, withdrawForm } from '../change/forms/status-forms.ts';
import { structureForms } from '../change/forms/structure-forms.ts';
import { noTimescaleForm, timescaleForm } from '../change/forms/timescale-form.ts';
import { waiveForm } from '../change/forms/waive-form.ts';
import { planFormKind } from '../change/plan-form-kind.ts';
import { actionPageRoute, orThoseThatThereAre } from './action-page-route.ts';

/** Forms of one action, each at its own address below the action's. */
export const actionForms = [
  rateForm,
  noteForm,
  answerForm,
  askForm,
  waiveForm,
  assignForm,
  releaseForm,
  moveForm,
  rewordForm,
  closeForm,
  reopenForm,
  withdrawForm,
  timescaleForm,
  noTimescaleForm,
  referForm,
  unreferForm,
  replaceNoteForm,
  withdrawNoteForm,
];

/** An action's page and every form that changes it or brings one in. A fixed path before one that is not. */
export const actionRoutes: ReadonlyArray<Route> = [
  ...[newActionForm, ...structureForms].flatMap(changeRoutes(planFormKind)),
  ...[
    actionPageRoute,
    ...actionForms.flatMap(changeRoutes(actionFormKind)),
    ...changeRoutes(entryFormKind)(retractForm),
  ].map(orThoseThatThereAre),
];
