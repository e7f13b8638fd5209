import { createRequire } from 'node:module';

/**
 * Node loads packages by itself, past the alias in vite.config.ts; this puts the same stand-in in Node's
 * own cache, so that the tests compute with the loop that every build uses.
 */
const require = createRequire(import.meta.url);
const standIn = require.resolve('../../.scripts/no-generator-support.cjs');
require(standIn);
require.cache[require.resolve('@stdlib/assert-has-generator-support')] = require.cache[standIn];
