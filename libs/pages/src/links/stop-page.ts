import { renderTemplate } from '../frame/render-template.ts';
import type { LinkPage } from './link-page.ts';

export type StopPageOf = Readonly<{
  /** Whose reminders are to end, by name. */
  name: string;
  /** Where the form is sent. */
  to: string;
}>;

/** Asks whether reminders are to stop: programs that look into messages open the link too. */
export const stopPage = ({ name, to }: StopPageOf): LinkPage => ({
  title: 'Stop reminders',
  content: renderTemplate('links/stop.njk', { name, to }),
});

/** They are stopped: what that means, and the way back. */
export const stoppedPage = (name: string): LinkPage => ({
  title: 'Reminders are stopped',
  content: renderTemplate('links/told.njk', {
    heading: 'Reminders are stopped',
    lines: [
      `No more reminders are sent to ${name}, about any plan.`,
      'What they answer for stays theirs. Requests for updates go to whoever is next: those who help with the action, then the plan’s manager.',
      'To have reminders again, ask the plan’s manager: they can turn them on.',
    ],
    ways: [],
  }),
});
