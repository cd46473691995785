/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 10;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '211f9a723d18e2ab5ade8d10e622ad2bb47eeb1521058673dcf5de51654889aa';
