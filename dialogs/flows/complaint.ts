/** A complaint: what happened, asked once where it was not said, and a task for the team in the customer's own words. */
import { say } from '../facts';
import { ask, type Ask } from '../flow';
import { slotText } from '../turn';
import { ABOUT, forTheTeam, raiseTask, sayPassedOn } from './handoff';

/** In their own words; `repair/toldInWords` takes the next message for it. */
export const TOLD = 'told';
/** Nothing was said yet of what happened. */
export const BARE = 'bare';

const whatHappened: Ask = {
  slot: TOLD,
  beside: [BARE],
  hear: () => null,
  settle: async ({ frame }) => {
    if (frame.slots[BARE] !== true) return { kind: 'unneeded' };
    const told = slotText(frame.slots, TOLD);
    if (told !== undefined) return { kind: 'settled', value: told };
    const question = {
      asking: 'line',
      says: [say('handoff.whatHappened')],
      again: [say('handoff.whatHappenedAgain')],
      hint: say('handoff.anyWords'),
      choices: [],
    } as const;
    return { kind: 'open', question };
  },
};

export const complaint = forTheTeam('complaint', [
  ask(whatHappened),
  raiseTask('complaint', ({ frame }) =>
    [slotText(frame.slots, TOLD), slotText(frame.slots, ABOUT)]
      .filter((part) => part !== undefined)
      .join('\n'),
  ),
  sayPassedOn('human.complaint'),
]);
