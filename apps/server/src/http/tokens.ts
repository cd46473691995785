/** Under which name Nest hands the desk out. */
export const theDesk = Symbol('desk');
