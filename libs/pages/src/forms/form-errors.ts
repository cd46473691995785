/** What was refused in a form: each message names the field, the value and what would be accepted. */
export type FormError = Readonly<{ field: string; message: string }>;
export type FormErrors = ReadonlyArray<FormError>;

export const noErrors: FormErrors = [];

/** A field's first message, as the govuk macros take it; `undefined` where the field was accepted. */
export const errorFor = (
  errors: FormErrors | undefined,
  field: string,
): Readonly<{ text: string }> | undefined => {
  const found = errors?.find((error) => error.field === field);
  return found === undefined ? undefined : { text: found.message };
};

/** For the error summary: each message links to its field, whose id is its name. */
export const errorList = (
  errors: FormErrors | undefined,
): ReadonlyArray<Readonly<{ text: string; href: string }>> =>
  (errors ?? []).map(({ field, message }) => ({ text: message, href: `#${field}` }));
