/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 4;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '08676f31e1d0edd03bf443f3dbf94185164caa8ad9c4b17df2f508be5a51ea0e';
