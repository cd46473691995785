import type { Failure } from '@trackrecord/application';

/** What the command line can say besides, of a failure that speaks to everybody: which command helps. */
export const hintOn = (failure: Failure): string | undefined => {
  if (failure._tag === 'Missing' && failure.field === 'plan' && failure.firstOn === undefined)
    return '"trackrecord plans" lists the plans that there are.';
  if (failure._tag === 'Refused' && failure.refusal._tag === 'PlanRestsOnIt')
    return '"trackrecord undo-import" does that.';
  return undefined;
};

/** A failure by which something is not there, with words that only the command line says. */
export const withHint =
  (hint: string) =>
  (failure: Failure): Failure =>
    failure._tag === 'Missing' ? { ...failure, message: `${failure.message} ${hint}` } : failure;
