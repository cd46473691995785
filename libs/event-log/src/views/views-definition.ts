/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 6;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '6a4023f207a23d91895294f8ac066da49955dde03a3727e09ebae9da5a885763';
