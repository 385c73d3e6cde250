/** What the widget asks for, and what it gets. */
import { z } from 'zod';

export const tokenRequest = z.object({
  tenant: z.string('is required').max(63, 'is the short name of a business'),
  /** To go on with a conversation: the mark that came with its token, or the token itself. */
  resume: z.string().max(4096).nullish(),
  token: z.string().max(4096).nullish(),
});
export type TokenRequest = z.infer<typeof tokenRequest>;

export const sessionSchema = z
  .object({
    conversationId: z.string(),
    token: z.string(),
    expires_in: z.number().describe('Seconds.'),
    resume: z.string().describe('For 30 days good for a new token of the same conversation.'),
  })
  .meta({ id: 'WebchatSession' });
