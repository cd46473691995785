import { type CommandId, EventId } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';

const places = 16 ** 4;

/**
 * The id of a command's event by its place among the command's events, from 0: the command's own id with
 * the place + 1 added to its last four hexadecimal digits. The same command always gives the same ids, so
 * a repeated append is recognised. `none` past 65,535 events.
 */
export const eventIdOf = (command: CommandId, place: number): O.Option<EventId> => {
  const tail = (Number.parseInt(command.slice(-4), 16) + place + 1) % places;
  const id = `${command.slice(0, -4)}${tail.toString(16).padStart(4, '0')}`;
  return place < places - 1 && EventId.is(id) ? O.some(id) : O.none;
};
