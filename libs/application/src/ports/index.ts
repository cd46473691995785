// What the application needs of the world outside, as types: adapters implement these and import nothing
// else of the application, through this second door (`@trackrecord/application/ports`).
export * from './event-log.ts';
