/**
 * What a browser is shown: for each page its params, its view model and its template, and the frame around them.
 * Knows no HTTP and no log: it turns answers into HTML.
 */
export {};
