/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 14;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '3ab33b99c421a1d88884c7e7d950578df545161c4f384767b5859c3a7aa1ffb4';
