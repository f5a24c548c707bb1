/**
 * Properties are checked over the same runs everywhere, so that a build says the same of the same code.
 * `PROPERTY_SEED=12345` checks them over others: for a search, and to repeat what a search found.
 */
import fc from 'fast-check';

const { PROPERTY_SEED } = process.env;

fc.configureGlobal({ seed: PROPERTY_SEED === undefined ? 9293 : Number(PROPERTY_SEED) });
