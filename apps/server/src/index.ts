/**
 * The web application and the API on NestJS: routes as data, the same questions and commands as the command line.
 * Started by `trackrecord serve`, which hands it an open log.
 */
export {};
