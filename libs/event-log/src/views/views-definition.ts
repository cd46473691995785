/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 11;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '3e8f8fd52ff6644d205ca0076bdbf6a2264ad7cea7b0aa5b9bb3d3fd2046e046';
