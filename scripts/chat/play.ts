/** Plays the lines of a conversation file one after the other and judges what was said and kept. */
import type { Step } from './chatFile';
import { countAt, holds, matchesPattern, valueAt } from './match';
import { NotBuiltYet } from './notBuiltYet';
import type { Failure } from './report';
import type { Session } from './session';

/** Stops at the first line that cannot be carried out; lines that only judge all count. @param talk grows as the talk goes. */
export async function playFile(session: Session, steps: readonly Step[], talk: string[]): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    try {
      const missed = await playStep(session, step, next?.kind === 'user' && next.together, talk);
      if (missed) failures.push({ ...placeOf(step, talk), ...missed, state: await session.state() });
    } catch (error) {
      const expected = 'a line that can be carried out';
      return [...failures, { ...placeOf(step, talk), expected, seen: reasonOf(error), state: null }];
    }
  }
  return failures;
}

function placeOf({ line, source }: Step, talk: readonly string[]): Pick<Failure, 'line' | 'source' | 'talk'> {
  return { line, source, talk: talk.length };
}

function reasonOf(error: unknown): string {
  if (error instanceof NotBuiltYet) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

type Missed = { readonly expected: string; readonly seen: string } | null;

async function playStep(session: Session, step: Step, moreComes: boolean, talk: string[]): Promise<Missed> {
  switch (step.kind) {
    case 'user':
      talk.push(`user: ${step.said.text || `[${step.said.kind}]`}`);
      await session.say(step.said, step.together);
      if (!moreComes) talk.push(...(await session.answer()));
      return null;
    case 'other':
      talk.push(step.source);
      return session.otherSays(step.address, step.said).then(() => null);
    case 'bot':
      return judgeBot(await session.saidByBot(), step.pattern, step.not);
    case 'choices':
      return judgeChoices(await session.offered(), step.labels);
    case 'expect':
      return judgeState(session, step);
    case 'wait':
      talk.push(step.source, ...(await session.wait(step.minutes)));
      return null;
    case 'redeliver':
      talk.push(step.source, ...(await session.redeliver()));
      return null;
    case 'restart':
      talk.push(step.source);
      return session.restart().then(() => null);
    case 'agent':
      throw new NotBuiltYet(`"agent: ${step.deed}" needs the agents' desk, which is not built yet`);
    case 'staff':
      talk.push(step.source, ...(await session.staff(step.deed)));
      return null;
  }
}

function judgeBot(said: string, pattern: string, not: boolean): Missed {
  if (matchesPattern(pattern, said) !== not) return null;
  return { expected: `${not ? 'nothing' : 'words'} like ${pattern}`, seen: said === '' ? 'silence' : said };
}

function judgeChoices(offered: readonly string[], labels: readonly string[]): Missed {
  const missing = labels.filter(
    (label) => !offered.some((choice) => choice.toLowerCase() === label.toLowerCase()),
  );
  return missing.length === 0
    ? null
    : { expected: `the choices ${missing.join(' | ')}`, seen: offered.join(' | ') || 'no choices' };
}

async function judgeState(session: Session, step: Extract<Step, { kind: 'expect' }>): Promise<Missed> {
  const state = await session.state();
  const actual = step.counted ? countAt(state, step.path) : valueAt(state, step.path);
  if (holds(actual, step.operator, step.value)) return null;
  const path = step.counted ? `count(${step.path})` : step.path;
  return {
    expected: `${path} ${step.operator} ${step.value}`,
    seen: actual === undefined ? 'nothing there' : JSON.stringify(actual),
  };
}
