import * as fc from 'fast-check';

// A property that fails must fail again: the same seed everywhere, unless FC_SEED asks for another.
// A failure prints the seed and the path to its smallest example.
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['FC_SEED'] ?? 20261122),
});
