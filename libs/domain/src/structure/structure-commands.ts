import { AddEnabler, addEnabler } from './add-enabler.ts';
import { AddPriority, addPriority } from './add-priority.ts';
import { AddResult, addResult } from './add-result.ts';
import { AddTheme, addTheme } from './add-theme.ts';
import { LinkPriority, linkPriority } from './link-priority.ts';
import { MoveItem, moveItem } from './move-item.ts';
import { RemoveItem, removeItem } from './remove-item.ts';
import { RewordEnabler, rewordEnabler } from './reword-enabler.ts';
import { RewordPriority, rewordPriority } from './reword-priority.ts';
import { RewordResult, rewordResult } from './reword-result.ts';
import { RewordTheme, rewordTheme } from './reword-theme.ts';
import { UnlinkPriority, unlinkPriority } from './unlink-priority.ts';

/** Every command on what actions stand under: what each asks, and how it is decided. */
export const structureCommands = {
  AddEnabler: { asks: AddEnabler, decide: addEnabler },
  AddPriority: { asks: AddPriority, decide: addPriority },
  AddResult: { asks: AddResult, decide: addResult },
  AddTheme: { asks: AddTheme, decide: addTheme },
  LinkPriority: { asks: LinkPriority, decide: linkPriority },
  MoveItem: { asks: MoveItem, decide: moveItem },
  RemoveItem: { asks: RemoveItem, decide: removeItem },
  RewordEnabler: { asks: RewordEnabler, decide: rewordEnabler },
  RewordPriority: { asks: RewordPriority, decide: rewordPriority },
  RewordResult: { asks: RewordResult, decide: rewordResult },
  RewordTheme: { asks: RewordTheme, decide: rewordTheme },
  UnlinkPriority: { asks: UnlinkPriority, decide: unlinkPriority },
};
