import type { DomainEvent } from '@trackrecord/domain';
import type { LocalDate } from '@trackrecord/kernel';

/** What an event may be news of, before it is known whether it made a difference. Actions by id. */
export type Hint =
  | Readonly<{ _tag: 'Rated'; action: string }>
  | Readonly<{ _tag: 'Given'; action: string }>
  | Readonly<{
      _tag: 'Owed';
      action: string;
      /** Nobody where the words name none. */
      of: ReadonlyArray<string>;
      dueOn: LocalDate | null;
      reason: string;
      words: string | null;
    }>
  /** Events were taken back: any rating may be another than before. */
  | Readonly<{ _tag: 'TakenBack' }>;

/** What an event may be news of: the one place that says which events are told to others. */
export const newsOf = (event: DomainEvent): ReadonlyArray<Hint> => {
  switch (event.type) {
    case 'RatingChanged':
    case 'RatingRemoved':
      return [{ _tag: 'Rated', action: event.data.action }];
    case 'UpdateGiven':
    case 'NoChangeConfirmed':
      return [{ _tag: 'Given', action: event.data.action }];
    case 'UpdateRequested': {
      const { action, asked } = event.data;
      const { of, dueOn, words } = asked;
      return asked.state === 'open'
        ? [{ _tag: 'Owed', action, of, dueOn: dueOn ?? null, reason: 'asked', words }]
        : [];
    }
    case 'ReminderDue': {
      const { to, items } = event.data;
      return items.flatMap(({ debt: { about, reason }, dueOn }): ReadonlyArray<Hint> => {
        const [kind, ...action] = about.split(':');
        // Of what else is owed – a target's gap, a plan that has ended – no action can be named.
        return kind === 'action'
          ? [{ _tag: 'Owed', action: action.join(':'), of: [to], dueOn, reason, words: null }]
          : [];
      });
    }
    case 'AssertionsRetracted':
      return [{ _tag: 'TakenBack' }];
    default:
      return [];
  }
};
