/** One of several to choose from. `html` is made by our own functions, and escaped. */
export type FormItem = Readonly<{
  value: string;
  text?: string;
  html?: string;
  hint?: string;
}>;

type Named = Readonly<{ field: string; label: string; hint?: string }>;

/** A field of a change form; its name is its id too, for the error summary. */
export type FormField =
  | (Named & Readonly<{ kind: 'text'; value: string; width?: string }>)
  | (Named & Readonly<{ kind: 'longText'; value: string; rows?: number }>)
  | (Named & Readonly<{ kind: 'date'; value: string }>)
  | (Named & Readonly<{ kind: 'radios'; value: string; items: ReadonlyArray<FormItem> }>)
  | (Named &
      Readonly<{ kind: 'select'; value: string; items: ReadonlyArray<FormItem>; nothing?: string }>)
  | (Named &
      Readonly<{
        kind: 'checkboxes';
        values: ReadonlyArray<string>;
        items: ReadonlyArray<FormItem>;
      }>);
