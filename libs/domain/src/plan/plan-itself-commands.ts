import { CarryActionsForward, carryActionsForward } from './carry-actions-forward.ts';
import { ChooseColumnMeaning, chooseColumnMeaning } from './choose-column-meaning.ts';
import { ClosePlan, closePlan } from './close-plan.ts';
import { DefineGlossaryTerm, defineGlossaryTerm } from './define-glossary-term.ts';
import { RecordNarrative, recordNarrative } from './record-narrative.ts';
import { RegisterPlan, registerPlan } from './register-plan.ts';
import { RemoveGlossaryTerm, removeGlossaryTerm } from './remove-glossary-term.ts';
import { RemoveNarrative, removeNarrative } from './remove-narrative.ts';
import { RenamePlan, renamePlan } from './rename-plan.ts';
import { SetPlanPeriod, setPlanPeriod } from './set-plan-period.ts';
import { SetRatingScale, setRatingScale } from './set-rating-scale.ts';
import { SetReminderPolicy, setReminderPolicy } from './set-reminder-policy.ts';
import { SetUpdateCadence, setUpdateCadence } from './set-update-cadence.ts';

/** Every command on a plan itself: what each asks, and how it is decided. */
export const planItselfCommands = {
  CarryActionsForward: { asks: CarryActionsForward, decide: carryActionsForward },
  ChooseColumnMeaning: { asks: ChooseColumnMeaning, decide: chooseColumnMeaning },
  ClosePlan: { asks: ClosePlan, decide: closePlan },
  DefineGlossaryTerm: { asks: DefineGlossaryTerm, decide: defineGlossaryTerm },
  RecordNarrative: { asks: RecordNarrative, decide: recordNarrative },
  RegisterPlan: { asks: RegisterPlan, decide: registerPlan },
  RemoveNarrative: { asks: RemoveNarrative, decide: removeNarrative },
  RenamePlan: { asks: RenamePlan, decide: renamePlan },
  SetPlanPeriod: { asks: SetPlanPeriod, decide: setPlanPeriod },
  SetRatingScale: { asks: SetRatingScale, decide: setRatingScale },
  SetReminderPolicy: { asks: SetReminderPolicy, decide: setReminderPolicy },
  SetUpdateCadence: { asks: SetUpdateCadence, decide: setUpdateCadence },
  RemoveGlossaryTerm: { asks: RemoveGlossaryTerm, decide: removeGlossaryTerm },
};
