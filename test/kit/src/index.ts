// What tests of several libraries share: made-up events and orders, given-when-then, where the reference plans are.
// Nothing here is shipped; no library's source may import it, only specs and test suites.
export * from './answers.ts';
export { type ReferencePlans, lookupReferencePlans } from './reference-plans.ts';
export * from './arbitrary-entries.ts';
export { must } from './must.ts';
export * from './arbitrary-event.ts';
export { type Leaves, arbitraryOf } from './arbitrary-of.ts';
export { anyLeaves, fewLeaves } from './leaves.ts';
export * from './given.ts';
export * from './happened.ts';
export * from './outcome.ts';
export { arbitraryOrder } from './arbitrary-order.ts';
export * from './codec-shapes.ts';
export * from './harbour.ts';
export * from './holding.ts';
export * from './lived-in-harbour.ts';
export * from './memory-trackrecord.ts';
export { saying } from './saying.ts';
export {
  isMembers,
  type LooseSchema,
  lookUpIn,
  membersIn,
  resolvedIn,
} from './json-schema/loose-schema.ts';
export { violationsOf } from './json-schema/violations-of.ts';
export { arbitraryOfSchema, type KnownValues } from './json-schema/arbitrary-of-schema.ts';
