/** Puts work on the agents' list. */
import { insertTask } from '../models/statements/tasks';
import type { CommandContext, TaskKind } from './types';

export interface TaskInput {
  readonly kind: TaskKind;
  /** What the agent should know, in the customer's words where there are any. */
  readonly text: string;
  readonly customerId: string | null;
  readonly conversationId: string | null;
}

/** The same key raises one task. */
export async function raiseTask(
  { tx, clock, newId }: CommandContext,
  input: TaskInput,
  key: string,
): Promise<{ readonly taskId: string }> {
  return { taskId: await insertTask(tx, { ...input, id: newId(), key, at: clock.now() }) };
}
