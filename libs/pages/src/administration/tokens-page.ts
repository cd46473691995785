import type { TokenAnswer } from '@trackrecord/application';
import { renderTemplate } from '../frame/render-template.ts';
import { ukShortDate } from '../words/uk-date.ts';
import { ukInstant } from '../words/uk-instant.ts';
import { administrationNavigation } from './administration-navigation.ts';
import { grantInWords, type PlanChoice } from './role-words.ts';

/** Every token, for administrators. */
export type Tokens = Readonly<{
  csrfToken: string;
  tokens: ReadonlyArray<TokenAnswer & Readonly<{ lastUse: string | undefined }>>;
  plans: ReadonlyArray<PlanChoice>;
  /** A token that was just made: shown this once. */
  secret: string | undefined;
}>;

export const tokensPage = ({
  tokens,
  plans,
  ...rest
}: Tokens): Readonly<{ title: string; content: string }> => ({
  title: 'API tokens',
  content: renderTemplate('administration/tokens.njk', {
    ...rest,
    navigation: administrationNavigation('tokens'),
    tokens: tokens.map(
      ({ id, name, role, plan, party, issuedBy, issuedOn, revokedOn, lastUse }) => ({
        href: `/administration/tokens/${encodeURIComponent(id)}`,
        name,
        role: grantInWords(plans, { role, plan }),
        actsFor: party.name,
        made: `${ukShortDate(issuedOn)} by ${issuedBy.name}`,
        lastUse: lastUse === undefined ? 'Never' : ukInstant(lastUse),
        revoked: revokedOn === null ? '' : `Revoked ${ukShortDate(revokedOn)}`,
      }),
    ),
  }),
});
