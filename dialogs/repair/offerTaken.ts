/** After "would you like to book?": a day, an hour or "book it" are about what was asked about, which need not be said again. */
import { actsOf, says, type Hearing, type Said } from '../said';
import { topFrame, type Turn, setSlots } from '../turn';
import { ANY_KIND } from '../flows/estimate/kind';

export const offerTaken: Hearing = async (turn, said) => {
  if (kindLeftOpen(turn, said)) return said.filter(({ act }) => act.act !== 'deny');
  const { asked } = turn.before;
  const offered = asked?.step === 'offer.book' ? (asked.choices[0]?.acts ?? []) : [];
  const another = anotherPrice(turn, said);
  if (another) return [...said, another];
  const first = said.find(({ act }) => isAboutIt(act));
  const told = actsOf(said, 'inform').map(({ slot }) => slot);
  if (!first || told.includes('service')) return said;
  const { message } = first;
  const wished = says(said, 'request');
  const missing = offered.filter(
    (act) => (act.act === 'inform' && !told.includes(act.slot)) || (act.act === 'request' && !wished),
  );
  return [...said, ...missing.map((act): Said => ({ act, message }))];
};

function isAboutIt(act: Said['act']): boolean {
  if (act.act === 'request') return act.intent === 'book' || act.intent === 'availability';
  return act.act === 'inform' && ['when', 'branch', 'person'].includes(act.slot);
}

/** "And the inspection?", after a price, asks for the next one. */
function anotherPrice({ before, finished }: Turn, said: readonly Said[]): Said | null {
  if (before.asked?.step !== 'offer.book' || finished?.flow !== 'estimate') return null;
  const service = said.find(({ act }) => act.act === 'inform' && act.slot === 'service');
  const alone = said.every(({ act }) => act.act === 'inform' && ['service', 'asset'].includes(act.slot));
  return service && alone ? { message: service.message, act: { act: 'ask', topic: 'price' } } : null;
}

/** "I don't know" about the kind of vehicle: then the price is told as a range. */
function kindLeftOpen(turn: Turn, said: readonly Said[]): boolean {
  const { asked } = turn.before;
  const top = topFrame(turn);
  if (top?.flow !== 'estimate' || asked?.frame !== top.id || asked.step !== 'asset') return false;
  return says(said, 'deny') && setSlots(turn, top, { [ANY_KIND]: true });
}
