/** As much of GOV.UK Frontend's own JSDoc as the browser's script uses; the package ships no types. */
declare module 'govuk-frontend' {
  type ComponentClass = Readonly<{ moduleName: string }>;
  export const Button: ComponentClass;
  export const ErrorSummary: ComponentClass;
  export const NotificationBanner: ComponentClass;
  export const PasswordInput: ComponentClass;
  export const Radios: ComponentClass;
  export const ServiceNavigation: ComponentClass;
  export const SkipLink: ComponentClass;
  /** Starts a component wherever the page has its `data-module`; does nothing where browsers do not support it. */
  export function createAll(component: ComponentClass): void;
}
