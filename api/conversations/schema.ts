/** A turn of a conversation as it is told to whoever looks into it. */
import { z } from 'zod';
import { instant } from '../moment';

const act = z
  .looseObject({ act: z.string() })
  .describe('What was done by saying it, with what belongs to it.');
const anything = z.unknown();

export const turnSchema = z
  .object({
    turn: z.int().describe('Counted from 1 in its conversation.'),
    at: instant,
    section: z
      .string()
      .nullable()
      .describe('`talk`, or the compliance words that come before any talk; null: the turn failed.'),
    language: z.string().nullable(),
    heard: z
      .array(z.object({ number: z.int(), kind: z.string(), text: z.string(), acts: z.array(act) }))
      .describe('What the customer wrote, and what was understood.'),
    decided: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('step'),
            flow: z.string(),
            frame: z.string(),
            step: z.string(),
            outcome: z.string(),
          }),
          z.object({ kind: z.literal('repair'), repair: z.string() }),
        ]),
      )
      .describe('Steps of the flows and repairs, in the order in which they were taken.'),
    before: z.array(z.string()).describe('The requests that were in work, the running one last.'),
    after: z
      .object({
        frames: z.array(z.object({ flow: z.string(), slots: z.record(z.string(), anything) })),
        asking: z.string().nullable(),
        step: z.string().nullable(),
      })
      .nullable()
      .describe('Where the talk stood afterwards.'),
    done: z
      .array(z.object({ command: z.string(), input: anything, result: z.string() }))
      .describe('Commands, with the kind of what came of each.'),
    said: z.array(z.string()).describe('Keys of the sayings.'),
    replies: z.array(z.object({ number: z.int(), text: z.string(), choices: z.array(z.string()) })),
    spent: z
      .object({ understanding: z.number(), turn: z.number() })
      .nullable()
      .describe('Milliseconds: for understanding, and for all of it up to the commit.'),
  })
  .meta({ id: 'Turn' });
