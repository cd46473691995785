import { canOn, hasAnywhere } from '../../access/may-ask.ts';
import type { Visitor } from '../../http/exchange.ts';

/** What a visitor may do with people and organisations. */
export type MayWithParties = Readonly<{
  /** Rename, merge and take back: these change every plan of the log, so it takes whoever keeps all of them. */
  keep: boolean;
  /** Register somebody, say where they belong: whoever keeps a plan names people in it. */
  arrange: boolean;
  /** See who recorded what of them. */
  audit: boolean;
}>;

export const mayWithParties = (visitor: Visitor): MayWithParties => ({
  keep: canOn(visitor, 'manage', null),
  arrange: hasAnywhere('manage')(visitor),
  audit: hasAnywhere('audit')(visitor),
});
