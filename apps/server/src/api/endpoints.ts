import { accountEndpoints } from './commands/account-commands.ts';
import { endpointsOf } from './commands/command-route.ts';
import { importEndpoint } from './commands/import-endpoint.ts';
import { indicatorEndpoints } from './commands/indicator-commands.ts';
import { partnershipEndpoints } from './commands/partnership-commands.ts';
import { partyEndpoints } from './commands/party-commands.ts';
import { planCommand } from './commands/plan-command.ts';
import { registerPlan } from './commands/plan-registration.ts';
import { planRoutes } from './commands/plan-routes.ts';
import { reminderEndpoints } from './commands/reminder-commands.ts';
import { reviewEndpoints } from './commands/review-commands.ts';
import { roleEndpoints } from './commands/role-commands.ts';
import { tokenEndpoints } from './commands/token-commands.ts';
import { webhookEndpoints } from './commands/webhook-commands.ts';
import { documentEndpoint } from './description/describe.ts';
import type { Endpoint } from './endpoint.ts';
import { feedEndpoint } from './feed/feed-endpoint.ts';
import { accessQuestions } from './questions/access-questions.ts';
import { auditQuestions } from './questions/audit-questions.ts';
import { calendarQuestions } from './questions/calendar-questions.ts';
import { historyQuestions } from './questions/history-questions.ts';
import { indicatorQuestions } from './questions/indicator-questions.ts';
import { measureQuestions } from './questions/measure-questions.ts';
import { paperQuestions } from './questions/paper-questions.ts';
import { partyQuestions } from './questions/party-questions.ts';
import { partnershipQuestions } from './questions/partnership-questions.ts';
import { planQuestions } from './questions/plan-questions.ts';
import { progressQuestion } from './questions/progress-question.ts';
import { reminderQuestions } from './questions/reminder-questions.ts';
import { webhookQuestions } from './questions/webhook-questions.ts';

/** Everything that the API does: what its document tells, and its routes are made of. */
export const endpoints: ReadonlyArray<Endpoint> = [
  ...partnershipQuestions,
  ...planQuestions,
  ...measureQuestions,
  ...indicatorQuestions,
  ...historyQuestions,
  ...auditQuestions,
  ...partyQuestions,
  ...calendarQuestions,
  ...paperQuestions,
  progressQuestion,
  ...reminderQuestions,
  ...accessQuestions,
  ...webhookQuestions,
  registerPlan,
  importEndpoint,
  ...endpointsOf(planRoutes, planCommand),
  ...indicatorEndpoints,
  ...reviewEndpoints,
  ...reminderEndpoints,
  ...partyEndpoints,
  ...partnershipEndpoints,
  ...accountEndpoints,
  ...roleEndpoints,
  ...tokenEndpoints,
  ...webhookEndpoints,
  feedEndpoint,
  documentEndpoint(() => endpoints),
];
