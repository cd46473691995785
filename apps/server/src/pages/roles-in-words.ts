import type { Principal } from '@trackrecord/application';

/** "manager of harbour, reader of every plan". */
export const rolesInWords = ({ grants }: Pick<Principal, 'grants'>): string =>
  grants.length === 0
    ? 'no role yet'
    : grants
        .map(({ role, plan }) =>
          role === 'administrator' ? role : `${role} of ${plan ?? 'every plan'}`,
        )
        .join(', ');
