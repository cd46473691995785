import type { Tag } from '../endpoint.ts';

/** What stands under each tag, in the order in which the document and the page have them. */
export const tags: Readonly<Record<Tag, string>> = {
  Plans:
    'Plans themselves: what one says on any date, what changed between two, how its ratings went.',
  Actions: 'A plan’s actions: what is to be done, by whom, until when.',
  Updates: 'How actions go on: ratings, notes, and updates that are asked for, given and owed.',
  Structure: 'What actions stand under: priorities, themes, enablers and results.',
  'Targets and data needs': 'What a plan wants to reach, and what it would have to know.',
  Indicators: 'What is measured: values, what they are held against, and the stories behind them.',
  'Audit trail': 'Who said what, when, on whose word and why.',
  Documents: 'Documents that are imported, and what was wrong and is taken back.',
  Reviews: 'When a board looked at a plan, and what it saw.',
  Parties: 'People and organisations: what each leads, supports, owes and is asked for.',
  Partnerships: 'Whose plans they are.',
  Reminders: 'How a plan asks for updates, what it asked of whom, and what came of it.',
  Access: 'Accounts, roles and tokens: who may do what.',
  Webhooks: 'Addresses that news is sent to, and every delivery.',
  Log: 'The log itself: how it stands, and a live feed of what comes into it.',
  'This description': 'The description that you read.',
};
