import {
  ActionCreated,
  PlanRegistered,
  PriorityAdded,
  ResultAdded,
  ThemeAdded,
} from '@trackrecord/domain';
import { happened, type Happened } from './happened.ts';

/** When the made-up plan of the specifications began. */
export const begun = '2026-01-01';

/** A plan, registered at the year's beginning. */
export const aPlan: Happened = happened(
  PlanRegistered,
  { plan: 'harbour', title: 'Harbour Children’s Plan', timeZone: 'Europe/London' },
  begun,
);

/** An open action without a place, known by its id. */
export const anAction = (id: string): Happened =>
  happened(
    ActionCreated,
    { action: id, ref: id, label: `${id}.`, title: `Do ${id}`, under: { results: [] } },
    begun,
  );

export const aPriority = (id: string): Happened =>
  happened(PriorityAdded, { priority: id, title: `Priority ${id}` }, begun);

export const aTheme = (id: string, priority: string): Happened =>
  happened(ThemeAdded, { theme: id, title: `Theme ${id}`, priority }, begun);

export const aResult = (id: string, priority: string): Happened =>
  happened(ResultAdded, { result: id, title: `Result ${id}`, priority }, begun);
