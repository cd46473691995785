/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 12;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '8b62f777b644bf2a1f2456d3997c7008a4c532f3be52c3e14759a1b928943e2c';
