/**
 * The version of what the views hold: views of another version are dropped and built anew when they are opened.
 * It is raised with every change of the sources that decide it. `views-definition.spec.ts` fails when they change
 * without it, and says what to write here.
 */
export const viewsDefinition = 15;

/** The SHA-256 over this version and those sources. */
export const viewsFingerprint = '4815bd94588dc6f1ac2933d82e471f2e330d6d56a1bab44ee9624676704556ad';
