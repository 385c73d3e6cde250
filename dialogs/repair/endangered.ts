/** Signs that a vehicle may not be safe: it is not to be driven and a person is told, before anything else; nothing is diagnosed. */
import { say } from '../facts';
import { actsOf, type Hearing, type Said } from '../said';
import type { Turn } from '../turn';
import { askPerson } from './askPerson';

const WISH =
  'May not be safe to drive; the customer was told not to drive and not to wait for an appointment.';

export const endangered: Hearing = async (turn, said) => {
  if (!actsOf(said, 'ask').some(({ topic }) => topic === 'danger')) return said;
  const rest = said.filter(({ act }) => act.act !== 'ask' || act.topic !== 'danger');
  if (turn.world.business.assets?.kind !== 'vehicle') return rest;
  turn.says.push(say('handoff.doNotDrive'));
  askPerson(turn, WISH, said);
  return wishesSomething(turn, rest) ? rest : rest.filter(({ act }) => !isSymptom(act));
};

/** "The brake pedal is soft" names a part and wishes for nothing; beside a request, or in one, it may. */
function wishesSomething(turn: Turn, said: readonly Said[]): boolean {
  return (
    turn.frames.some(({ flow }) => turn.flows[flow]?.drafts === true) || actsOf(said, 'request').length > 0
  );
}

function isSymptom(act: Said['act']): boolean {
  return act.act === 'inform' || act.act === 'ask' || act.act === 'unknown';
}
