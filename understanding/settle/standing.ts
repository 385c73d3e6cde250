/** "Move my Thursday appointment to Friday": which of the times said tell the appointment that stands, and which are wished for. */
import type { FoundSaid } from '../moments/pieces';
import type { Finding, Scene } from '../scene';
import { matchesOf } from '../text/matches';

export interface Told {
  readonly standing: readonly FoundSaid[];
  readonly wished: readonly FoundSaid[];
}

/** Only where something is to be moved; else all times are wished for. */
export function toldApart(times: readonly FoundSaid[], findings: readonly Finding[], scene: Scene): Told {
  if (!moves(findings)) return { standing: [], wished: times };
  const spans = [...matchesOf(scene.text, scene.language.relations.standing)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  const stands = ({ from, to }: FoundSaid): boolean =>
    spans.some((span) => span.from <= from && to <= span.to);
  return { standing: times.filter(stands), wished: times.filter((time) => !stands(time)) };
}

/** Whether an appointment that stands shall be another one. */
export function moves(findings: readonly Finding[]): boolean {
  return findings.some(({ acts }) =>
    acts?.some((act) => act.act === 'request' && act.intent === 'reschedule'),
  );
}
