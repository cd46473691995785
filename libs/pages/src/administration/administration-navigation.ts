import type { NavigationItem } from '../frame/frame.ts';

export type AdministrationPart = 'accounts' | 'tokens' | 'webhooks' | 'papers';

/** The parts of the administration, for the macro of plan-navigation/plan-navigation.njk. */
export const administrationNavigation = (
  current: AdministrationPart,
): Readonly<{ label: string; items: ReadonlyArray<NavigationItem> }> => ({
  label: 'Parts of the administration',
  items: [
    { text: 'Accounts', href: '/administration', current: current === 'accounts' },
    { text: 'API tokens', href: '/administration/tokens', current: current === 'tokens' },
    { text: 'Webhooks', href: '/administration/webhooks', current: current === 'webhooks' },
    {
      text: 'Look of papers',
      href: '/administration/paper-template',
      current: current === 'papers',
    },
  ],
});
