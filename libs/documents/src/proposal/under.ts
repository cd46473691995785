/** What something stands under, by refs; empty where it stands on its own. */
export type Under = Readonly<{
  priority?: string;
  theme?: string;
  enabler?: string;
  results?: ReadonlyArray<string>;
  action?: string;
  target?: string;
}>;
