/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 8;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '336dfddf8cc8994aa8e8d4fbccce1554e827a5386a752ea833b427308e8fb208';
