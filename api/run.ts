/** How a route gets work done: in one transaction of its tenant, as the holder of an API key. */
import type { Response } from 'express';
import type { CommandContext } from '../commands/types';
import type { Business } from '../scheduling/business';
import { businessOf, callerOf } from './tenant';

export interface CommandParts {
  /** What `work` throws undoes all it did. `caller` tells the holder of the key in the history; empty for a public read. */
  readonly run: <Result>(
    business: Business,
    caller: string,
    work: (context: CommandContext) => Promise<Result>,
  ) => Promise<Result>;
}

export function runFor<Result>(
  { run }: CommandParts,
  response: Response,
  work: (context: CommandContext) => Promise<Result>,
): Promise<Result> {
  return run(businessOf(response), callerOf(response) ?? '', work);
}
