/** An inspected turn in a few lines, for the terminal. */
import type { Act } from '../understanding/acts';
import type { Traced } from '../dialogs/trace';
import type { InspectedTurn } from './inspect';

export function inspectedText(turn: InspectedTurn): string {
  const { spent, after } = turn;
  const lines: readonly (readonly [label: string, text: string])[] = [
    ...turn.heard.map(({ acts }) => ['understood', acts.map(actText).join(', ') || 'nothing'] as const),
    ['decided by', turn.decided.map(tracedText).join(' → ') || (turn.section ?? 'nothing: the turn failed')],
    ...turn.done.map(
      ({ command, input, result }) => ['did', `${command}(${brief(input)}) → ${result}`] as const,
    ),
    ['said', turn.said.join(', ') || 'nothing'],
    ['stands', after ? standsText(after) : 'nothing'],
    ...(spent ? [['took', tookText(spent)] as const] : []),
  ];
  return lines.map(([label, text]) => `  ${label.padEnd(10)}  ${text}`).join('\n');
}

/** "inform when 28.03. …": the act, and what else it carries. */
function actText({ act, ...rest }: Act): string {
  const told = Object.values(rest).map((value) =>
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  return [act, ...told].join(' ');
}

function tracedText(traced: Traced): string {
  return traced.kind === 'repair' ? `[${traced.repair}]` : `${traced.flow}.${traced.step}: ${traced.outcome}`;
}

const LONGEST = 120;

function brief(input: unknown): string {
  const text = input === null ? '' : JSON.stringify(input);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function standsText({ frames, asking, step }: NonNullable<InspectedTurn['after']>): string {
  const requests = frames.map(({ flow, slots }) => `${flow} ${JSON.stringify(slots)}`).join(' > ');
  const question = asking === null ? 'asks nothing' : `asks ${asking} (${step ?? ''})`;
  return [requests || 'no request', question].join('; ');
}

function tookText({ understanding, turn }: NonNullable<InspectedTurn['spent']>): string {
  return `${turn.toFixed(1)} ms up to the commit, ${understanding.toFixed(2)} ms of it understanding`;
}
