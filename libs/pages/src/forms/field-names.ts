/** Names of the fields that every change form sends. */
export const csrfField = '_csrf';
/** The ordinal of what the person looked at. */
export const basedOnField = 'basedOn';
/** "When did this become true?" */
export const becameTrueField = 'effectiveOn';
export const whyField = 'why';
/** "On whose word?" */
export const onWordOfField = 'onWordOf';
/** What the conflict banner's button sends: `mine`. */
export const keepField = 'keep';
