/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 7;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = 'fed77a47f2009ba92fd50ca49c6608bd7a12e090315317b6b7c6fd6b714c8953';
