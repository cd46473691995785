import type { PlanOrder } from '@trackrecord/domain';
import type { CommandRoutes } from './command-route.ts';

const tag = 'Structure';

/** How what actions stand under is changed. */
export const structureRoutes = {
  AddPriority: {
    method: 'POST',
    path: '/plans/{plan}/priorities',
    summary: 'Add a priority',
    tag,
    example: { priority: '7a', title: 'Every child is safe on the way to school' },
  },
  RewordPriority: {
    method: 'PUT',
    path: '/plans/{plan}/priorities/{priority}',
    summary: 'Reword a priority',
    tag,
    example: { title: 'Every child is safe on the way to school and back' },
  },
  LinkPriority: {
    method: 'PUT',
    path: '/plans/{plan}/priorities/{priority}/outcomes/{link}',
    summary: 'Say which outcome of an outside framework a priority serves',
    tag,
    example: {
      outcome: { framework: 'Every Child Matters', title: 'Stay safe', basis: 'said' },
    },
  },
  UnlinkPriority: {
    method: 'DELETE',
    path: '/plans/{plan}/priorities/{priority}/outcomes/{link}',
    summary: 'Say that a priority does not serve an outcome',
    tag,
  },
  AddTheme: {
    method: 'POST',
    path: '/plans/{plan}/themes',
    summary: 'Add a theme to a priority',
    tag,
    example: { theme: '2.3', title: 'Young carers', priority: '2' },
  },
  RewordTheme: {
    method: 'PUT',
    path: '/plans/{plan}/themes/{theme}',
    summary: 'Reword a theme',
    tag,
    example: { title: 'Young carers and their families' },
  },
  AddEnabler: {
    method: 'POST',
    path: '/plans/{plan}/enablers',
    summary: 'Add an enabler',
    tag,
    example: { enabler: '1', title: 'A workforce that stays' },
  },
  RewordEnabler: {
    method: 'PUT',
    path: '/plans/{plan}/enablers/{enabler}',
    summary: 'Reword an enabler',
    tag,
    example: { title: 'A workforce that stays and learns' },
  },
  AddResult: {
    method: 'POST',
    path: '/plans/{plan}/results',
    summary: 'Add a result to a priority',
    tag,
    example: { result: '2(ii)', title: 'Children travel safely', priority: '2' },
  },
  RewordResult: {
    method: 'PUT',
    path: '/plans/{plan}/results/{result}',
    summary: 'Reword a result or say how it is measured',
    tag,
    example: {
      title: 'Children travel safely',
      measure: { baseline: '14 injured in 2025', target: 'fewer than 8' },
    },
  },
  MoveItem: {
    method: 'PUT',
    path: '/plans/{plan}/items/{item}/priority',
    summary: 'Move a theme or a result under another priority',
    tag,
    example: { priority: '3' },
  },
  RemoveItem: {
    method: 'DELETE',
    path: '/plans/{plan}/items/{item}',
    summary: 'Remove a priority, theme, enabler, result or data need',
    description:
      'Refused where something still stands under it; with unlessInUse it is then left as it is.',
    tag,
  },
} satisfies Partial<CommandRoutes<PlanOrder>>;
