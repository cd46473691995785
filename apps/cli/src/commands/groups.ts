import { addAccount } from './account.ts';
import { addAction } from './action.ts';
import { addCalendar } from './calendar.ts';
import { addChanges } from './changes.ts';
import type { AddCommand } from './command.ts';
import { addRetract, addUndoImport } from './corrections.ts';
import { addContact } from './contact.ts';
import { addExport } from './export.ts';
import { addFollow } from './follow.ts';
import { addHistory } from './history.ts';
import { addImport } from './import.ts';
import { addLog } from './log.ts';
import { addCadence, addCarryForward, addClosePlan, addScale } from './keep-plan.ts';
import { addBackup, addRebuild, addRestore, addVerify } from './maintenance.ts';
import { addMove } from './move.ts';
import { addNote } from './note.ts';
import { addOwed } from './owed.ts';
import { addAssign, addRelease } from './owners.ts';
import { addMerge, addParties } from './parties.ts';
import { addPlan } from './plan.ts';
import { addPlans } from './plans.ts';
import { addPolicy } from './policy.ts';
import { addPunctuality } from './punctuality.ts';
import { addRate } from './rate.ts';
import { addRecord } from './record.ts';
import { addAnswer, addAsk, addNoChange, addWaive } from './requests.ts';
import { addRemind } from './remind.ts';
import { addReminders } from './reminders.ts';
import { addReview } from './review.ts';
import { addClose, addReopen, addWithdraw } from './status.ts';
import { addReword, addTimescale } from './timescale.ts';
import { addToken } from './token.ts';
import { addWebhook } from './webhook.ts';

/** The commands, in the groups in which the help lists them. */
export const groups: ReadonlyArray<
  readonly [heading: string, commands: ReadonlyArray<AddCommand>]
> = [
  [
    'Ask:',
    [addPlans, addPlan, addAction, addHistory, addOwed, addChanges, addParties, addCalendar],
  ],
  ['Bring in:', [addImport, addUndoImport]],
  ['Give out:', [addExport]],
  [
    'Keep up to date:',
    [
      addRate,
      addNote,
      addAssign,
      addRelease,
      addAsk,
      addAnswer,
      addWaive,
      addNoChange,
      addTimescale,
      addReword,
      addMove,
      addClose,
      addReopen,
      addWithdraw,
      addRecord,
      addRetract,
    ],
  ],
  [
    'Look after the plan:',
    [addReview, addCadence, addScale, addMerge, addClosePlan, addCarryForward],
  ],
  ['Ask for updates:', [addRemind, addReminders, addPolicy, addContact, addPunctuality]],
  ['Say who may do what:', [addAccount, addToken, addWebhook]],
  ['Look after the log:', [addVerify, addRebuild, addBackup, addRestore, addLog, addFollow]],
];
