import { RecordImport, recordImport } from './record-import.ts';
import { RetractAssertions, retractAssertions } from './retract-assertions.ts';
import { UndoImport, undoImport } from './undo-import.ts';

/** Every command about what documents and events said: what each asks, and how it is decided. */
export const documentCommands = {
  RecordImport: { asks: RecordImport, decide: recordImport },
  RetractAssertions: { asks: RetractAssertions, decide: retractAssertions },
  UndoImport: { asks: UndoImport, decide: undoImport },
};
