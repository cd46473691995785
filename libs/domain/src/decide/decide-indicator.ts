import type { Decide } from '@trackrecord/kernel';
import {
  correctObservation,
  type CorrectObservation,
  type CorrectObservationRefusal,
} from '../indicator/correct-observation.ts';
import {
  defineIndicator,
  type DefineIndicator,
  type DefineIndicatorRefusal,
} from '../indicator/define-indicator.ts';
import {
  recordComparator,
  type RecordComparator,
  type RecordComparatorRefusal,
} from '../indicator/record-comparator.ts';
import {
  recordObservation,
  type RecordObservation,
  type RecordObservationRefusal,
} from '../indicator/record-observation.ts';
import type { OrderOf } from '../command.ts';
import type { IndicatorBody } from '../event/domain-event.ts';
import type { StreamState } from '../stream-state.ts';

/** Every command on a indicator's stream. */
export type IndicatorOrder =
  | OrderOf<typeof CorrectObservation>
  | OrderOf<typeof DefineIndicator>
  | OrderOf<typeof RecordComparator>
  | OrderOf<typeof RecordObservation>;

export type IndicatorRefusal =
  | CorrectObservationRefusal
  | DefineIndicatorRefusal
  | RecordComparatorRefusal
  | RecordObservationRefusal;

/** Decides any command on an indicator. */
export const decideIndicator: Decide<
  StreamState,
  IndicatorOrder,
  IndicatorRefusal,
  IndicatorBody
> = (state) => (order) => {
  switch (order.type) {
    case 'CorrectObservation':
      return correctObservation(state)(order.data);
    case 'DefineIndicator':
      return defineIndicator(state)(order.data);
    case 'RecordComparator':
      return recordComparator(state)(order.data);
    case 'RecordObservation':
      return recordObservation(state)(order.data);
  }
};
