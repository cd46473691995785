import { LinkIndicator, linkIndicator } from './link-indicator.ts';
import { RemoveStory, removeStory } from './remove-story.ts';
import { SetBaseline, setBaseline } from './set-baseline.ts';
import { TellStory, tellStory } from './tell-story.ts';
import { UnlinkIndicator, unlinkIndicator } from './unlink-indicator.ts';

/** Every command on a plan that is about an indicator: what each asks, and how it is decided. */
export const planIndicatorCommands = {
  LinkIndicator: { asks: LinkIndicator, decide: linkIndicator },
  RemoveStory: { asks: RemoveStory, decide: removeStory },
  SetBaseline: { asks: SetBaseline, decide: setBaseline },
  TellStory: { asks: TellStory, decide: tellStory },
  UnlinkIndicator: { asks: UnlinkIndicator, decide: unlinkIndicator },
};
