/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 13;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = 'dbb1476008f682a7e15674ba7b91ccee9f51b2b8eeafdc3c60719ea10234f8cb';
