/** A JSON value: what an event, an assertion or an answer is made of. */
export type Json =
  | null
  | boolean
  | number
  | string
  | ReadonlyArray<Json>
  | { readonly [key: string]: Json | undefined };
