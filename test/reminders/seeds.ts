const years = Number(process.env['TRACKRECORD_REMINDER_YEARS'] ?? 3);
const again = process.env['TRACKRECORD_FAULT_SEED'];

/** TRACKRECORD_REMINDER_YEARS=50 plays as many years as were asked for; TRACKRECORD_FAULT_SEED one of them again. */
export const seeds: ReadonlyArray<number> =
  again === undefined ? Array.from({ length: years }, (_, n) => n + 1) : [Number(again)];
