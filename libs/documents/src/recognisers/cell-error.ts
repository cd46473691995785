const error = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)$/iu;

/** Whether a cell shows nothing but that its spreadsheet could not work it out: "#N/A", "#REF!". */
export const isCellError = (text: string): boolean => error.test(text.trim());
