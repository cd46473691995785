import * as t from 'io-ts';
import { defineEvent } from '../event/define-event.ts';
import { PartnershipId, PlanId, Text, TimeZone } from '../words.ts';
import {
  plan,
  planExists,
  planPartnership,
  planStatus,
  planTimeZone,
  planTitle,
} from './fields.ts';

export const PlanRegistered = defineEvent({
  type: 'PlanRegistered',
  summary: 'A plan was taken into the log.',
  data: t.intersection([
    t.type({ plan: PlanId, title: Text, timeZone: TimeZone }),
    t.partial({ partnership: PartnershipId }),
  ]),
  says: ({ title, timeZone, partnership }) => [
    planExists.says(plan, true),
    planTitle.says(plan, title),
    planTimeZone.says(plan, timeZone),
    planStatus.says(plan, 'open'),
    ...(partnership === undefined ? [] : [planPartnership.says(plan, partnership)]),
  ],
  example: {
    plan: 'harbour',
    title: 'Harbour Children’s Plan',
    timeZone: 'Europe/London',
  },
});
