/** Noise over conversation files: the same talk as it might have gone with hurried thumbs, a bad line, or a process that dies. */
import type { ChatFile, Step } from '../chatFile';
import { inBursts } from './burst';
import { inOtherCase } from './letterCase';
import { randomFrom, seedFor, type Random } from './random';
import { halves } from './split';
import { namesIn, piecesOf, type Piece } from './spared';
import { withTypo } from './typos';

export const MUTATIONS = ['typos', 'case', 'burst', 'duplicate', 'restart', 'split'] as const;
export type Mutation = (typeof MUTATIONS)[number];

/** The file under noise; the same file and seed give the same noise. */
export function mutated(chat: ChatFile, mutation: Mutation, seed: number): ChatFile {
  const random = randomFrom(seedFor(seed, chat.steps.map(({ source }) => source).join('\n')));
  switch (mutation) {
    case 'typos':
      return reworded(chat, (pieces) => withTypo(pieces, random));
    case 'case':
      return reworded(chat, (pieces) => inOtherCase(pieces, random));
    case 'burst':
      return inBursts(chat);
    case 'duplicate':
      return { ...chat, steps: chat.steps.flatMap(redelivered) };
    case 'restart':
      return { ...chat, steps: chat.steps.flatMap(restarted) };
    case 'split':
      return { ...chat, steps: chat.steps.flatMap((step) => inHalves(step, chat, random)) };
  }
}

type UserStep = Extract<Step, { kind: 'user' }>;

function reworded(chat: ChatFile, change: (pieces: readonly Piece[]) => string): ChatFile {
  const names = namesIn(chat);
  const steps = chat.steps.map((step): Step => {
    if (step.kind !== 'user' || step.said.kind !== 'text') return step;
    return saying(step, change(piecesOf(step.said.text, names)));
  });
  return { ...chat, steps };
}

function saying(step: UserStep, text: string): UserStep {
  return { ...step, source: `user${step.together ? '+' : ''}: ${text}`, said: { ...step.said, text } };
}

/** Once more after its turn, as a channel does that did not hear it was received. */
function redelivered(step: Step, index: number, steps: readonly Step[]): readonly Step[] {
  const next = steps[index + 1];
  if (step.kind !== 'user' || next?.kind === 'redeliver' || (next?.kind === 'user' && next.together))
    return [step];
  return [step, { line: step.line, source: 'redeliver:', kind: 'redeliver' }];
}

function restarted(step: Step): readonly Step[] {
  if (step.kind !== 'user' || step.together) return [step];
  return [{ line: step.line, source: 'restart:', kind: 'restart' }, step];
}

function inHalves(step: Step, chat: ChatFile, random: Random): readonly Step[] {
  if (step.kind !== 'user' || step.said.kind !== 'text') return [step];
  const cut = halves(piecesOf(step.said.text, namesIn(chat)), random);
  return cut ? [saying(step, cut[0]), saying({ ...step, together: true }, cut[1])] : [step];
}
