/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 3;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '43c6f7eaa5c7b38626d25acf695e175371389b70fb5e7c2e956d7259e38500ad';
