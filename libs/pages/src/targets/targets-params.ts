import type { FormErrors } from '../forms/form-errors.ts';

/** Which targets and data needs are shown. */
export type TargetsShown = 'all' | 'open' | 'met' | 'dropped';

const accepted: ReadonlyArray<TargetsShown> = ['all', 'open', 'met', 'dropped'];

/** What an address asks to see: `?status=open`. What is not accepted is told, and everything shown. */
export const parseTargetsShown = (
  typed: string | undefined,
): Readonly<{ shown: TargetsShown; errors: FormErrors }> => {
  const shown = typed === undefined ? 'all' : accepted.find((one) => one === typed);
  return shown === undefined
    ? {
        shown: 'all',
        errors: [
          {
            field: 'status',
            message: `Show: “${(typed ?? '').slice(0, 60)}” is not accepted. Choose one of: ${accepted.join(', ')}.`,
          },
        ],
      }
    : { shown, errors: [] };
};
