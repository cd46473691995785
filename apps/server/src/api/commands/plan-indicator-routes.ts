import type { PlanOrder } from '@trackrecord/domain';
import type { CommandRoutes } from './command-route.ts';

const tag = 'Indicators';

/** How what a plan says of indicators is changed. */
export const planIndicatorRoutes = {
  LinkIndicator: {
    method: 'PUT',
    path: '/plans/{plan}/indicators/{indicator}/links/{item}',
    summary: 'Say what an indicator measures in a plan',
    tag,
    fills: { to: 'item' },
    example: { why: 'Agreed with the county' },
  },
  UnlinkIndicator: {
    method: 'DELETE',
    path: '/plans/{plan}/indicators/{indicator}/links/{item}',
    summary: 'Say that an indicator does not measure something any more',
    tag,
    fills: { from: 'item' },
  },
  SetBaseline: {
    method: 'PUT',
    path: '/plans/{plan}/indicators/{indicator}/baseline',
    summary: 'Say where a plan started from',
    tag,
    example: {
      baseline: { asWritten: '41.5 per cent in 2025/26', value: 41.5, period: '2025/26' },
    },
  },
  TellStory: {
    method: 'POST',
    path: '/plans/{plan}/items/{item}/stories',
    summary: 'Tell the story behind a baseline',
    tag,
    fills: { about: 'item' },
    madeUp: { story: ({ newRef }) => newRef('s') },
    example: { text: 'Two bus routes were cut in 2024.' },
  },
  RemoveStory: {
    method: 'DELETE',
    path: '/plans/{plan}/items/{item}/stories/{story}',
    summary: 'Take a story away',
    tag,
    fills: { about: 'item' },
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
