/** The JSON Schema of level files, for editors that complete and check while one writes. */
import * as z from 'zod';
import { levelFile } from '../../shared/levels/schema.ts';

export const levelSchema = (): string =>
  `${JSON.stringify({ title: 'Shake & Wave level', ...z.toJSONSchema(levelFile) }, null, 2)}\n`;
