import type { Importable } from '@trackrecord/application';
import type { Text } from '@trackrecord/domain';

/** An import whose own record says why it is as it is: where its words were put right by hand. */
export const notedImport = (importable: Importable, why: Text | undefined): Importable =>
  why === undefined
    ? importable
    : {
        ...importable,
        reconcile: (state, partyId) => {
          const found = importable.reconcile(state, partyId);
          return {
            ...found,
            steps: found.steps.map((step) =>
              step.order.type === 'RecordImport' ? { ...step, why } : step,
            ),
          };
        },
      };
