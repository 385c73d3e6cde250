/** "How long will it take?" of somebody whose car is here, or who is expected: it is about that, not about the price list. */
import type { Hearing } from '../said';
import { actsOf } from '../said';
import { begin } from './requested';

export const howLong: Hearing = async (turn, said) => {
  const asks = actsOf(said, 'ask').some(({ topic }) => topic === 'duration');
  const names = actsOf(said, 'inform').some(({ slot }) => slot === 'service');
  if (!asks || names || turn.frames.length > 0 || actsOf(said, 'request').length > 0) return said;
  const rest = said.filter(({ act }) => act.act !== 'ask' || act.topic !== 'duration');
  const message = said.find(({ act }) => act.act === 'ask')?.message;
  const { visits, commands } = turn.world;
  if ((await visits.orders()).some(({ ended }) => !ended)) {
    begin(turn, 'status');
    return rest;
  }
  const [only, ...others] = await commands.upcoming();
  if (!only || others.length > 0 || !message) return said;
  return [
    ...said,
    { message, act: { act: 'inform', slot: 'service', value: only.service, about: 'booking' } },
  ];
};
