// For `npx depcruise libs apps test`; the architecture suite applies the same rules and options.
import { cruiseOptions } from './test/architecture/cruise.ts';
import { importRules } from './test/architecture/import-rules.ts';

export default { forbidden: importRules, options: cruiseOptions };
