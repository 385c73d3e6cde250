/** What a replay found, for people: the turns that came out otherwise, then and now beside each other. */
import type { Difference, ReplayedTurn } from '../../bot/replay';
import type { ReplayedConversation } from './run';

export function replayText(replayed: readonly ReplayedConversation[]): string {
  return replayed.map(conversationText).join('\n\n');
}

function conversationText({ conversation, turns, businessChanged }: ReplayedConversation): string {
  const different = turns.filter(({ kind }) => kind === 'different');
  const unreadable = turns.filter(({ kind }) => kind === 'unreadable').length;
  const counts = [
    `${String(turns.length)} turns, ${String(different.length)} different`,
    ...(unreadable > 0 ? [`${String(unreadable)} that cannot be run again`] : []),
    ...(businessChanged ? ['the business has changed since'] : []),
  ];
  return [`${conversation}: ${counts.join(', ')}`, ...different.map(turnText)].join('\n');
}

function turnText({ turn, differences }: ReplayedTurn): string {
  return [`  turn ${String(turn)}`, ...differences.map(differenceText)].join('\n');
}

function differenceText({ aspect, then, now }: Difference): string {
  const label = aspect.padEnd(8);
  return `    ${label}  then  ${shown(then)}\n    ${' '.repeat(8)}  now   ${shown(now)}`;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.replaceAll('\n', '\n                    ');
}
