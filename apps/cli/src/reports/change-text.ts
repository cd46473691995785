import type { HistoryAnswer } from '@trackrecord/application';
import { withRatingsPainted } from '../terminal/rating-colour.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { shortened } from '../terminal/text-width.ts';
import { hanging } from '../terminal/wrapped.ts';
import { describeEvent } from './describe-event.ts';

/** What a change recorded, each event with its ordinal, what it is about, and since when it is true. */
export const changeText =
  (changes: ReadonlyArray<HistoryAnswer>) =>
  (terminal: Terminal): string =>
    [...Map.groupBy(changes, ({ ordinal }) => ordinal)]
      .flatMap(([ordinal, rows]) => {
        const { subject = '', effectiveOn = '' } = rows[0] ?? {};
        const words = describeEvent(rows).map((one) => shortened(one.words, 160));
        return hanging(
          terminal.width,
          `${String(ordinal).padStart(6)}  `,
          `${subject} ${words.join('; ')} (since ${effectiveOn})`,
        );
      })
      .map((line) => withRatingsPainted(terminal, line))
      .join('\n');
