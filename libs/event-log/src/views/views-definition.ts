/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 9;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = 'cf2eaae3bddeb089429adabee5f4752f638254416ccef4972d14727055e9827a';
