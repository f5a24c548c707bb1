/**
 * zod compiles schemas with `new Function` where it can, which the page's Content-Security-Policy forbids. It must be
 * told before the first schema is made: whoever imports this does so before everything that brings zod.
 */
import * as z from 'zod';

z.config({ jitless: true });
