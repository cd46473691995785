import { DropTarget, dropTarget } from './drop-target.ts';
import { MeetDataNeed, meetDataNeed } from './meet-data-need.ts';
import { MeetTarget, meetTarget } from './meet-target.ts';
import { RaiseDataNeed, raiseDataNeed } from './raise-data-need.ts';
import { RewordTarget, rewordTarget } from './reword-target.ts';
import { SetTarget, setTarget } from './set-target.ts';

/** Every command on a target or a data need: what each asks, and how it is decided. */
export const targetCommands = {
  DropTarget: { asks: DropTarget, decide: dropTarget },
  MeetDataNeed: { asks: MeetDataNeed, decide: meetDataNeed },
  MeetTarget: { asks: MeetTarget, decide: meetTarget },
  RaiseDataNeed: { asks: RaiseDataNeed, decide: raiseDataNeed },
  RewordTarget: { asks: RewordTarget, decide: rewordTarget },
  SetTarget: { asks: SetTarget, decide: setTarget },
};
