import { RetractAssertions, retractAssertions } from '../document/retract-assertions.ts';
import { CorrectObservation, correctObservation } from './correct-observation.ts';
import { DefineIndicator, defineIndicator } from './define-indicator.ts';
import { RecordComparator, recordComparator } from './record-comparator.ts';
import { RecordObservation, recordObservation } from './record-observation.ts';

/** Every command on an indicator’s own stream: what each asks, and how it is decided. */
export const indicatorCommands = {
  CorrectObservation: { asks: CorrectObservation, decide: correctObservation },
  DefineIndicator: { asks: DefineIndicator, decide: defineIndicator },
  RecordComparator: { asks: RecordComparator, decide: recordComparator },
  RecordObservation: { asks: RecordObservation, decide: recordObservation },
  RetractAssertions: { asks: RetractAssertions, decide: retractAssertions },
};
