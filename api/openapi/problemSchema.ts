/** The shape of everything that is refused: RFC 9457, with a code to branch on. */
import { z } from 'zod';
import { slotSchema } from '../availability/schema';
import { offerSchema } from '../plans/schema';

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string().describe('In the language of Accept-Language.'),
    status: z.number(),
    code: z.string().describe('Stable: branch on this.'),
    detail: z.string().optional(),
    instance: z.string().describe('The id of the request, as in X-Request-Id.'),
    place: z.string().optional().describe('Which parameter, field or header.'),
    value: z.unknown().optional().describe('What was sent there.'),
    rule: z.string().optional().describe('What it has to be, or the rule that refuses.'),
    bound: z.string().optional().describe('First or last start that the rule allows.'),
    allowed: z.array(z.string()).optional().describe('Every value that it may have.'),
    choices: z
      .array(z.string())
      .optional()
      .describe('The two readings of a local time in a gap or a repeat.'),
    alternatives: z
      .array(z.union([slotSchema, offerSchema]))
      .optional()
      .describe('Starts, or plans, that could be had instead.'),
    errors: z
      .array(z.object({ place: z.string(), value: z.unknown(), rule: z.string() }))
      .optional()
      .describe('Everything that does not fit, the first of it at the top.'),
  })
  .meta({ id: 'Problem' });
