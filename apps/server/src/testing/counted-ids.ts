import type { Ids, Writable } from '@trackrecord/application';
import { CommandId } from '@trackrecord/kernel';

/** The same data with ids that differ in their beginnings: what people add is named after those. */
export const withCountedIds = (data: Writable): Readonly<{ ids: Ids }> => {
  const counted = { commands: 0 };
  return {
    ids: {
      ...data.ids,
      commandId: () => {
        counted.commands += 1;
        const first = counted.commands.toString(16).padStart(8, '0');
        const id = `${first}-3333-4333-8333-333333330000`;
        if (CommandId.is(id)) return id;
        throw new Error(`${id} is no command id`);
      },
    },
  };
};
