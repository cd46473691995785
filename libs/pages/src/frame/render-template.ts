import { templateEnvironment } from './template-environment.ts';

/**
 * A template with its model filled in. Everything in the model is escaped.
 * @param template its path below `src`: `plan/plan.njk`
 * @throws where the template is missing or broken: a fault of ours, never of what was asked
 */
export const renderTemplate = (template: string, model: object): string =>
  templateEnvironment.render(template, model);
