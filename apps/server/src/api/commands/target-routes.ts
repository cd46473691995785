import type { PlanOrder } from '@trackrecord/domain';
import type { CommandRoutes } from './command-route.ts';

const tag = 'Targets and data needs';

/** How targets and data needs are changed. */
export const targetRoutes = {
  SetTarget: {
    method: 'POST',
    path: '/plans/{plan}/targets',
    summary: 'Set a target',
    tag,
    madeUp: {
      target: ({ newRef }) => newRef('t'),
      label: () => '',
    },
    example: { target: '2.3a', words: 'Half of all schools by 2027', under: 'priority:2' },
  },
  RewordTarget: {
    method: 'PUT',
    path: '/plans/{plan}/targets/{target}',
    summary: 'Reword a target',
    tag,
    example: { words: 'Two thirds of all schools by 2027' },
  },
  MeetTarget: {
    method: 'POST',
    path: '/plans/{plan}/targets/{target}/met',
    summary: 'Say that a target is met',
    tag,
    example: { effectiveOn: '2026-09-30' },
  },
  DropTarget: {
    method: 'POST',
    path: '/plans/{plan}/targets/{target}/dropped',
    summary: 'Drop a target',
    tag,
    example: { why: 'Replaced by the county’s own' },
  },
  RaiseDataNeed: {
    method: 'POST',
    path: '/plans/{plan}/data-needs',
    summary: 'Raise a data need',
    tag,
    madeUp: { dataNeed: ({ newRef }) => newRef('d') },
    example: {
      words: 'How many children walk to school',
      under: 'priority:2',
      timescale: { asWritten: 'by March 2027', latest: '2027-03-31' },
    },
  },
  MeetDataNeed: {
    method: 'POST',
    path: '/plans/{plan}/data-needs/{dataNeed}/met',
    summary: 'Say that a data need is met',
    tag,
    example: { effectiveOn: '2026-09-30' },
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
