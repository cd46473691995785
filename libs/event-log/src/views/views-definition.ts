/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 5;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '6a7652950f58011b0de0f7b21d506cffc452513729e266da27972cfb41ae122b';
