import { lookupChromium } from '../../pages/stage.ts';

const judge = (): boolean => {
  if (lookupChromium() !== undefined) return true;
  const why = 'there is no Chromium here; TRACKRECORD_TEST_CHROMIUM may say where it is';
  // A continuous integration run without a browser would prove less than it says.
  if (process.env['CI'] === 'true') throw new Error(`Under CI=true ${why}`);
  console.warn(`Journeys in a browser are skipped: ${why}.`);
  return false;
};

/**
 * Whether this machine has a Chromium for journeys; where it has none they are skipped, which is said once.
 * @throws under `CI=true` where there is none
 */
export const isChromiumHere: boolean = judge();
